// Short ways to look at what became of a transcript.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/transcript.h"

namespace transcripts {

inline cmos::WithDiagnostics<cmos::Episode> read(
    std::string_view text, const std::string& name = "talk.txt",
    std::optional<cmos::TranscriptFormat> format = std::nullopt) {
  return cmos::read_transcript({name, std::string(text)}, format);
}

inline std::string text(const cmos::Episode& episode, const cmos::Turn& turn) {
  std::string result;
  for (auto i = turn.first_word; i < turn.end_word; ++i) {
    result += (i > turn.first_word ? " " : "") + episode.words.at(i).text;
  }
  return result;
}

// "Ann@7.159: Hello." a turn; without a name or a time where there is none.
inline std::vector<std::string> turns(const cmos::Episode& episode) {
  std::vector<std::string> result;
  for (const auto& turn : episode.turns) {
    auto line = episode.speakers.at(turn.speaker).name;
    if (turn.stamp) line += "@" + std::to_string(turn.stamp->count());
    result.push_back(line + ": " + text(episode, turn));
  }
  return result;
}

inline std::vector<std::string> turns(std::string_view file, const std::string& name = "talk.txt") {
  return turns(read(file, name).value);
}

inline std::vector<std::string> rules(const cmos::Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& found : diagnostics) result.emplace_back(found.rule.name());
  return result;
}

}  // namespace transcripts
