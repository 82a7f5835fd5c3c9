#include "check/stamp_fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace cmos {

namespace {

using std::chrono::seconds;

constexpr seconds kTolerance{1};

// Of the words that a turn begins with.
constexpr std::size_t kFirstWords = 4;
constexpr float kSure = 0.5F;

seconds floored(Time time) {
  return std::chrono::floor<seconds>(time);
}

// "[00:03]" in the form of the old stamp: as many digits, with hours if it has some or must have.
std::string clock_like(std::string_view old, seconds time) {
  const auto total = time.count();
  const bool has_hours = std::ranges::count(old, ':') == 2 || total >= 3600;
  if (has_hours) {
    return fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
  }
  const int width = old.size() == 4 ? 1 : 2;
  return fmt::format("{:0{}}:{:02}", total / 60, width, total % 60);
}

bool is_sure(const Turn& turn, const Alignment& alignment) {
  float sum = 0;
  int count = 0;
  for (auto word = turn.first_word; word < std::min(turn.end_word, turn.first_word + kFirstWords);
       ++word) {
    if (const auto confidence = alignment.words[word].confidence) {
      sum += *confidence;
      ++count;
    }
  }
  return count > 0 && sum >= kSure * static_cast<float>(count);
}

// When each turn may begin: a sure one when it is heard, others from the sure one before to the one
// behind.
struct Range {
  seconds earliest;
  seconds latest;
};

std::vector<Range> start_ranges(const Episode& episode, const Alignment& alignment) {
  const auto count = episode.turns.size();
  std::vector<Range> ranges(count);
  seconds earliest{0};
  for (std::size_t i = 0; i < count; ++i) {
    if (is_sure(episode.turns[i], alignment)) earliest = floored(alignment.turns[i].start);
    ranges[i].earliest = earliest;
  }
  auto latest = floored(alignment.duration);
  for (auto i = count; i-- > 0;) {
    if (is_sure(episode.turns[i], alignment)) latest = floored(alignment.turns[i].start);
    ranges[i].latest = latest;
  }
  return ranges;
}

}  // namespace

bool is_measured(const Alignment& alignment) {
  return std::ranges::any_of(alignment.words,
                             [](const WordTiming& word) { return word.confidence.has_value(); });
}

std::map<std::size_t, StampFix> find_wrong_stamps(const Episode& episode,
                                                  const Alignment& alignment,
                                                  std::string_view page) {
  std::map<std::size_t, StampFix> wrong;
  if (!is_measured(alignment)) return wrong;
  const auto ranges = start_ranges(episode, alignment);
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    const auto& stamp = episode.turns[i].stamp;
    const auto [earliest, latest] = ranges[i];
    if (!stamp || (*stamp >= earliest - kTolerance && *stamp <= latest + kTolerance)) continue;
    const auto source = episode.turns[i].stamp_source;
    const auto heard = floored(alignment.turns[i].start);
    const auto old = page.substr(source.begin, source.end - source.begin);
    wrong[i] = {heard, {source, clock_like(old, heard)}};
  }
  return wrong;
}

std::vector<Edit> absent_stamps(const Episode& episode, const Alignment& alignment) {
  const auto has_stamp = [](const Turn& turn) { return turn.stamp.has_value(); };
  std::vector<Edit> edits;
  if (!is_measured(alignment) || std::ranges::any_of(episode.turns, has_stamp)) return edits;
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    const auto heard = floored(alignment.turns[i].start);
    edits.push_back(
        {episode.turns[i].stamp_source, fmt::format("[{}] ", clock_like("00:00", heard))});
  }
  return edits;
}

}  // namespace cmos
