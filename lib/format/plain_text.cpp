#include "format/plain_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/unicode.h"

namespace cmos {

std::string escape_markup(std::string_view text, std::string_view characters) {
  constexpr std::array<std::pair<char, std::string_view>, 5> kReferences{
      {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}}};
  std::string result;
  for (const char c : text) {
    const auto* const reference =
        std::ranges::find(kReferences, c, [](const auto& r) { return r.first; });
    if (reference != kReferences.end() && characters.find(c) != std::string_view::npos) {
      result += reference->second;
    } else {
      result += c;
    }
  }
  return result;
}

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
