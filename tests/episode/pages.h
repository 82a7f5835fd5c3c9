// Small pages for tests, and short ways to look at what became of them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "episode/episode.h"

namespace pages {

inline const std::string kFrontMatter =
    "---\ntitle: Test\nmp3:\n  file: /media/test.mp3\n  size: 1000\n  time: 59:59\n---\n";
inline const std::string kSpeakers = "[ann host1 Ann Ash]\n[bob guest1 Bob van Berg]\n";

// A page whose transcript has these lines behind the declarations of ann and bob.
inline std::string with_transcript(std::string_view lines) {
  return kFrontMatter + "\n[transcript]\n" + kSpeakers + "\n" + std::string(lines) +
         "\n[/transcript]\n";
}

inline cmos::WithDiagnostics<cmos::Episode> parse(std::string_view page) {
  return cmos::parse_episode({"page.md", std::string(page)});
}

// "Only a turn of Ann's": what she says and bob, so that both speak.
inline std::string with_speech(std::string_view speech) {
  return with_transcript("[0:01] ann: " + std::string(speech) + "\n\n[0:02] bob: End.");
}

// Shown words, from one to past another, parted by single spaces.
inline std::string text(const cmos::Episode& episode, std::size_t begin, std::size_t end) {
  std::string result;
  for (auto i = begin; i < end; ++i) result += (i > begin ? " " : "") + episode.words.at(i).text;
  return result;
}

inline std::string text(const cmos::Episode& episode, const cmos::Turn& turn) {
  return text(episode, turn.first_word, turn.end_word);
}

// What Ann is shown to say.
inline std::string shown(std::string_view speech) {
  const auto episode = parse(with_speech(speech)).value;
  return text(episode, episode.turns.at(0));
}

inline std::string bytes(std::string_view page, cmos::SourceSpan span) {
  return std::string(page.substr(span.begin, span.end - span.begin));
}

// All diagnostics, as "line:column severity rule".
inline std::vector<std::string> diagnostics(std::string_view page) {
  std::vector<std::string> result;
  for (const auto& found : parse(page).diagnostics) {
    const char* severity = found.severity == cmos::Severity::error     ? "error"
                           : found.severity == cmos::Severity::warning ? "warning"
                                                                       : "note";
    result.push_back(std::to_string(found.position.value().line) + ":" +
                     std::to_string(found.position.value().column) + " " + severity + " " +
                     std::string(found.rule.name()));
  }
  return result;
}

// "line:column" of the first place where `needle` stands in the page.
inline std::string place(std::string_view page, std::string_view needle) {
  const auto offset = page.find(needle);
  const auto position = cmos::LineTable(page).position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

using Strings = std::vector<std::string>;

}  // namespace pages
