// A small world for tests of the search, in which scores are worked out by hand.
//
// Each sound is a point. Silence, "_", lies at the origin and each phone, a letter, 8 units from
// it on an axis of its own. A state scores half the square of its phone's distance below 0, in
// nats, so that a frame adds to a path, over garbage: 5.7 where it is the path's phone, and
// less by 32 to silence, by 64 to another phone, but never below SearchOptions::worst_frame.
// Going from state to state costs nothing; a phone lasts three frames or more.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/feature_store.h"
#include "align/path_repair.h"
#include "align/path_search.h"
#include "align/word_graph.h"
#include "speech/acoustic_model.h"
#include "speech/model_bytes.h"
#include "speech/senone_scorer.h"

namespace tiny {

// The world's letters; phone 0 is the silence.
inline constexpr std::string_view kPhones = "_abcdefx";

// Of silence's coefficient 0, which no phone looks at. It is what is loud here, so that the mean
// that a FeatureStore takes off all frames is that of silence: nothing. A tenth of a sound's frames
// has to be silence.
inline constexpr double kLoud = 20;
inline constexpr double kDistance = 8;

// A phone between two others, with states of its own: state i of triphone t is senone
// 3 * (kPhones.size() + t) + i.
struct Triphone {
  char phone, left, right;
  cmos::WordPosition position;
};

inline std::string name_of(char phone) {
  return phone == '_' ? "SIL" : std::string(1, phone);
}

namespace bytes {

template <typename Number>
std::string of(Number value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

// Nodes of the context tree, one level behind the other: positions, phones, left ones, right ones.
inline std::string tree(const std::vector<Triphone>& triphones) {
  using Path = std::vector<std::uint16_t>;
  std::vector<std::pair<Path, std::size_t>> leaves;
  for (std::size_t i = 0; i < triphones.size(); ++i) {
    const auto& [phone, left, right, position] = triphones[i];
    const auto id = [](char c) { return static_cast<std::uint16_t>(kPhones.find(c)); };
    leaves.push_back({{static_cast<std::uint16_t>(position), id(phone), id(left), id(right)},
                      kPhones.size() + i});
  }
  std::vector<Path> level{{0}, {1}, {2}, {3}};
  std::uint32_t next = 4;
  std::string result;
  for (std::size_t depth = 1; depth <= 4; ++depth) {
    std::vector<Path> below;
    for (const Path& path : level) {
      std::vector<Path> children;
      std::uint32_t leaf = UINT32_MAX;  // No triphone.
      for (const auto& [whole, triphone] : leaves) {
        if (!std::equal(path.begin(), path.end(), whole.begin())) continue;
        if (depth == 4) leaf = static_cast<std::uint32_t>(triphone);
        if (depth < 4) {
          children.emplace_back(whole.begin(),
                                whole.begin() + static_cast<std::ptrdiff_t>(depth) + 1);
        }
      }
      std::ranges::sort(children);
      children.erase(std::ranges::unique(children).begin(), children.end());
      const auto count = static_cast<std::uint16_t>(children.size());
      result += of(path.back()) + of(count) + of(count == 0 ? leaf : next);
      next += count;
      below.insert(below.end(), children.begin(), children.end());
    }
    level = below;
  }
  return result;
}

inline std::string model_definition(const std::vector<Triphone>& triphones) {
  const auto bases = static_cast<std::uint32_t>(kPhones.size());
  const auto phones = static_cast<std::uint32_t>(bases + triphones.size());
  const auto nodes = tree(triphones);
  const auto node_count = static_cast<std::uint32_t>(nodes.size() / 8);
  std::string result = "BMDF";
  for (const std::uint32_t number :
       {1U, 0U, bases, phones, 3U, 3 * bases, 3 * phones, 1U, phones, 3U, node_count, 0U}) {
    result += of(number);
  }
  std::string names;
  for (const char phone : kPhones) names += name_of(phone) + '\0';
  result += names + std::string((4 - names.size() % 4) % 4, '\0') + nodes;
  for (std::uint32_t phone = 0; phone < phones; ++phone) {
    result += of(phone) + of(0U);
    if (phone < bases) {
      result += of(phone == 0 ? 1U : 0U);
    } else {
      const auto& [base, left, right, position] = triphones[phone - bases];
      result += {static_cast<char>(position), static_cast<char>(kPhones.find(base)), 0, 0};
    }
  }
  result += of(3 * phones);
  for (std::uint32_t state = 0; state < 3 * phones; ++state) {
    result += of(static_cast<std::uint16_t>(state));
  }
  return result;
}

}  // namespace bytes

// A codebook for each phone, all its densities alike.
inline cmos::Codebooks codebooks() {
  constexpr double kUnseen = 1e4;  // The variance of a dimension that nothing is seen in.
  constexpr std::uint32_t kDensities = cmos::kTopDensities;
  const auto count = static_cast<std::uint32_t>(kPhones.size());
  std::vector<float> means;
  std::vector<float> variances;
  for (std::uint32_t phone = 0; phone < count; ++phone) {
    for (std::uint32_t row = 0; row < cmos::kStreamCount * kDensities; ++row) {
      for (std::uint32_t d = 0; d < cmos::kCepstrumSize; ++d) {
        const bool is_seen = row < kDensities && d > 0;
        means.push_back(is_seen && d == phone ? kDistance : 0);
        variances.push_back(is_seen ? 1 : kUnseen);
      }
    }
  }
  const auto file = [&](const std::vector<float>& values) {
    constexpr std::uint32_t kSize = cmos::kCepstrumSize;
    return cmos::sphinx_array({count, cmos::kStreamCount, kDensities, kSize, kSize, kSize,
                               static_cast<std::uint32_t>(values.size())},
                              values);
  };
  return cmos::Codebooks::parse(file(means), file(variances)).value();
}

inline cmos::AcousticModel model(const std::vector<Triphone>& triphones = {}) {
  cmos::AcousticModel result;
  result.definition = cmos::ModelDefinition::parse(bytes::model_definition(triphones)).value();
  result.codebooks = codebooks();
  const std::size_t senones = result.definition.senone_count();
  const std::size_t densities = result.codebooks.densities();
  result.weights = {senones, cmos::kStreamCount, densities, {}};
  result.weights.bytes.resize(senones * cmos::kStreamCount * densities);
  cmos::Transitions transitions{};
  for (std::size_t from = 0; from < cmos::kStatesPerPhone; ++from) {
    transitions[from].fill(cmos::kImpossible);
    transitions[from][from] = transitions[from][from + 1] = 0;
  }
  result.transitions = {transitions};
  return result;
}

// Words by their pronunciations' phones: "ab c|d" are two words, the second with two ways to say
// it.
inline std::vector<cmos::WordPhones> words(const std::string& text) {
  std::vector<cmos::WordPhones> result;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    auto& pronunciations = result.emplace_back().pronunciations;
    pronunciations.emplace_back();
    for (const char c : word) {
      if (c == '|') {
        pronunciations.emplace_back();
      } else {
        pronunciations.back().push_back(name_of(c));
      }
    }
  }
  return result;
}

// Frames of sound, one after the other.
class Sound {
 public:
  using Point = std::array<double, cmos::kCepstrumSize>;

  static Point place_of(char phone) {
    Point point{};
    const auto axis = kPhones.find(phone);
    point[axis] = axis == 0 ? kLoud : kDistance;
    return point;
  }

  Sound& say(const Point& point, std::size_t frames) {
    cmos::Cepstrum cepstrum{};
    for (std::size_t d = 0; d < point.size(); ++d) {
      cepstrum[d] = static_cast<std::int16_t>(point[d] * cmos::kFeatureUnit);
    }
    frames_.insert(frames_.end(), frames, cepstrum);
    return *this;
  }
  // Each phone for so many frames.
  Sound& say(std::string_view phones, std::size_t frames) {
    for (const char phone : phones) say(place_of(phone), frames);
    return *this;
  }

  cmos::FeatureStore store() const {
    cmos::FeatureStore store;
    store.add(frames_);
    store.finish();
    return store;
  }

 private:
  std::vector<cmos::Cepstrum> frames_;
};

// Where the likeliest way to say a word begins.
inline std::uint32_t first_node(const cmos::WordGraph& graph, std::size_t word) {
  const auto starts = graph.starts(word);
  if (starts.empty()) throw std::logic_error("a word that has nothing to say");
  return starts.front();
}

// What a path goes through and from which frame on: "_@0 ab@10 ?@30" is silence, a word by the
// phones of the pronunciation taken, and garbage.
inline std::string text_of(const cmos::WordGraph& graph, const std::vector<cmos::PathStep>& path) {
  std::string text;
  std::string open;
  for (const auto& [node, first_frame, gain] : path) {
    const auto phone = graph.model().definition.phone_name(graph.node(node).phone);
    const bool is_filler = graph.is_filler(node);
    const bool is_garbage = is_filler && graph.filler_kind(node) == cmos::FillerKind::garbage;
    if (open.empty()) open = '@' + std::to_string(first_frame) + ' ';
    text += is_garbage ? "?" : is_filler ? "_" : phone;
    if (graph.node(node).is_last()) text += std::exchange(open, "");
  }
  if (!text.empty()) text.pop_back();
  return text;
}

// The best path through all of the sound.
inline std::vector<cmos::PathStep> find_path(const cmos::WordGraph& graph, const Sound& sound) {
  const auto store = sound.store();
  cmos::SenoneScorer scorer(graph.model(), graph.model().codebooks);
  cmos::PathSearch search(graph, cmos::SearchOptions(), 0, graph.word_count(), 0);
  cmos::search_frames(store, scorer, 0, store.size(), search);
  return search.best_path();
}

// The path by what text_of() says.
inline std::string search(const std::vector<cmos::WordPhones>& words, const Sound& sound) {
  const auto world = model();
  const cmos::WordGraph graph(world, words);
  return text_of(graph, find_path(graph, sound));
}

}  // namespace tiny
