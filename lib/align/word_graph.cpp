#include "align/word_graph.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace cmos {
namespace {

std::optional<std::vector<PhoneId>> to_ids(const ModelDefinition& definition,
                                           const std::vector<std::string>& names) {
  std::vector<PhoneId> ids;
  for (const std::string& name : names) {
    const auto id = definition.find_phone(name);
    if (!id) return std::nullopt;
    ids.push_back(*id);
  }
  if (ids.empty()) return std::nullopt;
  return ids;
}

bool is_stop(std::string_view phone) {
  constexpr std::array<std::string_view, 6> kStops{"B", "D", "G", "K", "P", "T"};
  return std::ranges::find(kStops, phone) != kStops.end();
}

WordPosition position_of(std::size_t index, std::size_t count) {
  if (count == 1) return WordPosition::single;
  if (index == 0) return WordPosition::begin;
  return index + 1 == count ? WordPosition::end : WordPosition::internal;
}

}  // namespace

WordGraph::WordGraph(const AcousticModel& model, std::span<const WordPhones> words)
    : model_(model), filler_count_(kFirstNoise + model.noises.size()) {
  const auto phones = find_phones(words);
  const PhoneId silence = model.definition.silence();
  first_starts_.reserve(words.size() + 1);
  first_starts_.push_back(0);
  first_starts_.resize(words.size() + 1);
  PhoneId before = silence;
  for (std::size_t w = 0; w < words.size(); ++w) {
    has_break_at_.push_back(w == 0 || words[w].break_before != Break::none);
    is_behind_stop_.push_back(is_stop(model.definition.phone_name(before)));
    is_hesitation_.push_back(words[w].is_hesitation);
    if (w > 0 && words[w].break_before >= Break::sentence) {
      sentences_.push_back(static_cast<std::uint32_t>(w));
    }
    if (words[w].stamp) {
      stamps_.push_back({static_cast<std::uint32_t>(w), frame_at(*words[w].stamp)});
    }
    fix(w, words[w].known_start);
    fix(w + 1, words[w].known_end);
    PhoneId after = silence;
    for (std::size_t next = w + 1; next < words.size(); ++next) {
      if (phones[next].empty()) continue;
      after = phones[next].front().front();
      break;
    }
    for (const PhoneIds& pronunciation : phones[w]) {
      add(static_cast<std::uint32_t>(w), pronunciation, before, after);
    }
    first_starts_[w + 1] = static_cast<std::uint32_t>(starts_.size());
    if (!phones[w].empty()) before = phones[w].front().back();
  }
  has_break_at_.push_back(true);
  is_behind_stop_.push_back(is_stop(model.definition.phone_name(before)));
}

std::vector<std::vector<WordGraph::PhoneIds>> WordGraph::find_phones(
    std::span<const WordPhones> words) const {
  std::vector<std::vector<PhoneIds>> result(words.size());
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (const auto& names : words[w].pronunciations) {
      auto ids = to_ids(model_.definition, names);
      if (ids && std::ranges::find(result[w], *ids) == result[w].end()) {
        result[w].push_back(std::move(*ids));
      }
    }
  }
  return result;
}

void WordGraph::add(std::uint32_t word, const PhoneIds& phones, PhoneId before, PhoneId after) {
  starts_.push_back(static_cast<std::uint32_t>(filler_nodes() + phones_.size()));
  const PhoneId silence = model_.definition.silence();
  const auto put = [&](std::size_t i, PhoneId left, PhoneId right, Node links) {
    links.model = model_.definition.triphone(phones[i], left, right, position_of(i, phones.size()));
    links.phone = phones[i];
    links.word = word;
    phones_.push_back(links);
  };
  const std::size_t last = phones.size() - 1;
  if (last == 0) {
    for (const Neighbour behind : {Neighbour::word, Neighbour::pause}) {
      const PhoneId right = behind == Neighbour::word ? after : silence;
      put(0, before, right, {{}, 0, 0, 0, behind, true, 0});
      put(0, silence, right, {{}, 0, 0, 0, behind, true, 0});
    }
    return;
  }
  const std::uint8_t ways = last == 1 ? 2 : 1;
  put(0, before, phones[1], {{}, 0, 2, ways, {}, true, 0});
  put(0, silence, phones[1], {{}, 0, 1, ways, {}, true, 0});
  for (std::size_t i = 1; i < last; ++i) {
    const std::uint8_t next_ways = i + 1 == last ? 2 : 1;
    put(i, phones[i - 1], phones[i + 1], {{}, 0, 1, next_ways, {}, false, 0});
  }
  put(last, phones[last - 1], after, {{}, 0, 0, 0, Neighbour::word, false, 0});
  put(last, phones[last - 1], silence, {{}, 0, 0, 0, Neighbour::pause, false, 0});
}

void WordGraph::fix(std::size_t boundary, std::optional<Time> time) {
  if (!time) return;
  const FixedEnd end{static_cast<std::uint32_t>(boundary), frame_at(*time)};
  const bool rises = fixed_ends_.empty() || (fixed_ends_.back().boundary < end.boundary &&
                                             fixed_ends_.back().frame < end.frame);
  if (rises) fixed_ends_.push_back(end);
}

WordGraph::Node WordGraph::node(std::uint32_t id) const {
  if (!is_filler(id)) return phones_[id - filler_nodes()];
  const ModelDefinition& definition = model_.definition;
  const std::size_t number = id % filler_count_;
  const PhoneId phone =
      number < kFirstNoise ? definition.silence() : model_.noises[number - kFirstNoise];
  return {definition.base_model(phone),
          phone,
          0,
          0,
          Neighbour::pause,
          true,
          id / static_cast<std::uint32_t>(filler_count_)};
}

}  // namespace cmos
