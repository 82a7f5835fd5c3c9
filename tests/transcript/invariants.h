// What holds of every transcript that was read, however odd: for property tests and the fuzzer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "transcript/transcript.h"

namespace invariants {

inline bool is_range(cmos::SourceSpan span, std::string_view file) {
  return span.begin <= span.end && span.end <= file.size();
}

inline std::string broken(const cmos::WithDiagnostics<cmos::Episode>& read, std::string_view file) {
  const auto& [episode, diagnostics] = read;
  for (const auto& word : episode.words) {
    if (word.text.empty()) return "an empty word";
    if (!is_range(word.source, file) || word.source.begin == word.source.end)
      return "a word's source is no range of the file: " + word.text;
  }
  std::size_t word = 0;
  for (const auto& turn : episode.turns) {
    if (turn.first_word != word || turn.end_word <= word) return "turns do not follow each other";
    if (turn.speaker >= episode.speakers.size()) return "a turn of nobody";
    if (!is_range(turn.stamp_source, file)) return "a time's source is no range of the file";
    if (turn.stamp && *turn.stamp < cmos::Time(0)) return "a time before the beginning";
    if (turn.paragraphs.empty() || turn.paragraphs.front() != word)
      return "a turn does not begin with a paragraph";
    word = turn.end_word;
  }
  if (word != episode.words.size()) return "words of no turn";
  for (const auto& speaker : episode.speakers) {
    if (!is_range(speaker.source, file)) return "a speaker's source is no range of the file";
  }
  if (episode.turns.empty() && !cmos::has_errors(diagnostics)) return "no turn and no error";
  return "";
}

inline std::string broken_transcript(const std::string& file,
                                     std::optional<cmos::TranscriptFormat> format) {
  return broken(cmos::read_transcript({"file.md", file}, format), file);
}

}  // namespace invariants
