#include "format/plain_text.h"

#include <cstddef>
#include <utility>

#include "base/unicode.h"

namespace cmos {

std::vector<Voice> voices(const Cue& cue) {
  std::vector<Voice> result;
  for (const auto& line : cue.lines) {
    if (one_line(line.text).empty()) continue;
    auto speaker = one_line(line.speaker);
    if (result.empty() || result.back().speaker != speaker) {
      result.push_back({std::move(speaker), {}});
    }
    result.back().lines.push_back(&line);
  }
  return result;
}

std::string text_of(const Cue& cue) {
  std::string result;
  for (const auto& line : cue.lines) {
    const bool joined = !line.words.empty() && line.words.front().joined;
    if (!result.empty() && !joined) result += ' ';
    result += line.text;
  }
  return one_line(result);
}

}  // namespace cmos
