// What a synthetic recording holds and when: the answer that alignments are measured against.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cmos/time.h"

namespace cmos {

struct TrueWord {
  std::string text;  // As the script or the page shows it.
  // Missing where the word is not spoken ("-", "[laughs]") or the synthesizer does not tell the
  // time to within some milliseconds.
  std::optional<Time> start;
  std::optional<Time> end;
  std::size_t line;  // Index into Truth::lines.
};

struct TrueLine {
  Interval time;  // From the first sound of the line's first word to the last sound of its last.
  std::string voice;
};

struct Truth {
  Time duration{0};
  std::vector<TrueWord> words;  // In order: starts never decrease, no word ends after the next
                                // one's start.
  std::vector<TrueLine> lines;
};

// The form on disk: {"duration":s,"words":[{"text","start","end","line"}],
// "lines":[{"start","end","voice"}]}, seconds with three decimals, a missing time null. Both throw
// std::runtime_error.
Truth read_truth(const std::filesystem::path& path);
void write_truth(const std::filesystem::path& path, const Truth& truth);

}  // namespace cmos
