// What holds of every parsed page, however odd: for property tests and the fuzzer.
#pragma once

#include <string>
#include <string_view>

#include "episode/episode.h"

namespace invariants {

inline bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

inline std::string broken_word(const cmos::Episode& episode, std::string_view page) {
  std::size_t end = 0;
  for (const auto& word : episode.words) {
    if (word.text.empty()) return "an empty word";
    for (const char c : word.text) {
      if (is_blank(c)) return "a blank in a word: " + word.text;
    }
    if (word.source.begin < end) return "a word out of order: " + word.text;
    if (word.source.begin >= word.source.end || word.source.end > page.size())
      return "a word's source is no range of the page: " + word.text;
    if (word.link && *word.link >= episode.links.size()) return "a word of no link: " + word.text;
    end = word.source.end;
  }
  return "";
}

inline std::string broken_turn(const cmos::Episode& episode, std::string_view page) {
  std::size_t word = 0;
  for (const auto& turn : episode.turns) {
    if (turn.first_word != word || turn.end_word <= word) return "turns do not follow each other";
    if (turn.speaker >= episode.speakers.size()) return "a turn of nobody";
    if (turn.stamp_source.begin > turn.stamp_source.end || turn.stamp_source.end > page.size())
      return "a stamp's source is no range of the page";
    if (turn.stamp.has_value() != episode.turns.front().stamp.has_value())
      return "a transcript half with stamps";
    if (turn.paragraphs.empty() || turn.paragraphs.front() != word)
      return "a turn does not begin with a paragraph";
    for (std::size_t i = 1; i < turn.paragraphs.size(); ++i) {
      if (turn.paragraphs[i] <= turn.paragraphs[i - 1] || turn.paragraphs[i] >= turn.end_word)
        return "paragraphs out of order";
    }
    word = turn.end_word;
  }
  return word == episode.words.size() ? "" : "words of no turn";
}

inline std::string broken_link(const cmos::Episode& episode, std::string_view page) {
  for (std::size_t i = 0; i < episode.links.size(); ++i) {
    const auto& link = episode.links[i];
    if (link.first_word >= link.end_word || link.end_word > episode.words.size())
      return "a link without words";
    if (link.source.begin >= link.source.end || link.source.end > page.size())
      return "a link's source is no range of the page";
    for (auto word = link.first_word; word < link.end_word; ++word) {
      const auto& of_word = episode.words[word].link;
      if (!of_word || *of_word > i) return "a link's word belongs to a later link";
    }
  }
  return "";
}

inline std::string broken_rest(const cmos::WithDiagnostics<cmos::Episode>& parsed,
                               std::string_view page) {
  for (const auto& heading : parsed.value.headings) {
    if (heading.turn > parsed.value.turns.size() || heading.text.empty() || heading.level < 1 ||
        heading.level > 6 || heading.source.end > page.size())
      return "an odd heading";
  }
  for (const auto& speaker : parsed.value.speakers) {
    if (speaker.id.empty() || speaker.name.empty() || speaker.source.end > page.size())
      return "an odd speaker";
  }
  for (const auto& found : parsed.diagnostics) {
    if (!found.position || found.rule.name().empty() || found.message.empty())
      return "an odd finding";
  }
  if (parsed.value.turns.empty()) {
    for (const auto& found : parsed.diagnostics) {
      if (found.severity == cmos::Severity::error) return "";
    }
    return "no turn and no error";
  }
  return "";
}

// What does not hold; empty if all does.
inline std::string broken(const cmos::WithDiagnostics<cmos::Episode>& parsed,
                          std::string_view page) {
  for (const auto check : {broken_word, broken_turn, broken_link}) {
    if (auto found = check(parsed.value, page); !found.empty()) return found;
  }
  return broken_rest(parsed, page);
}

}  // namespace invariants
