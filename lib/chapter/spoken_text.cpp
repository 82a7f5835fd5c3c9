#include "chapter/spoken_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>
#include <utility>

#include "base/unicode.h"
#include "chapter/core.h"

namespace cmos {

namespace {

constexpr std::array<std::string_view, 4> kQuestionMarks{"?", "\uFF1F", "\u061F", "\u037E"};
constexpr std::array<std::string_view, 2> kExclamationMarks{"!", "\uFF01"};
// What may follow the marks.
constexpr std::array<std::string_view, 7> kClosers{"\"",     "'",      ")",     "]",
                                                   "\u201D", "\u2019", "\u00BB"};

bool ends_with_any(std::string_view text, std::span<const std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

std::string_view without_closers(std::string_view word) {
  while (true) {
    const auto* const closer =
        std::ranges::find_if(kClosers, [&](std::string_view end) { return word.ends_with(end); });
    if (closer == kClosers.end() || closer->size() == word.size()) return word;
    word.remove_suffix(closer->size());
  }
}

std::vector<std::string> pieces(std::string text) {
  const auto dots = text.find("...");
  if (dots == std::string::npos) return {std::move(text)};
  const auto end = std::min(text.find_first_not_of('.', dots), text.size());
  if (core_of(text.substr(0, dots)).empty() || core_of(text.substr(end)).empty()) {
    return {std::move(text)};
  }
  return {text.substr(0, end), text.substr(end)};
}

}  // namespace

SpokenText::SpokenText(const Episode& episode, const Turn& turn, const Vocabulary& vocabulary) {
  for (auto i = turn.first_word; i < turn.end_word; ++i) {
    if (episode.words[i].is_note) continue;
    for (auto& piece : pieces(one_line(episode.words[i].text))) {
      cores_.push_back(core_of(piece));
      texts_.push_back(std::move(piece));
      weights_.push_back(vocabulary.weight(i));
    }
  }
}

bool SpokenText::asks(std::size_t word) const {
  return ends_with_any(without_closers(texts_[word]), kQuestionMarks);
}

bool SpokenText::breaks_off(std::size_t word) const {
  return ends_with_any(without_closers(texts_[word]), kBreakOffMarks);
}

bool SpokenText::pauses(std::size_t word) const {
  return breaks_off(word) || ends_with_any(without_closers(texts_[word]), kPauseMarks);
}

// Dots end one only if the next word looks like a beginning: "But anyway... Okay, so".
bool SpokenText::ends_sentence(std::size_t word) const {
  if (word + 1 == size() || asks(word)) return true;
  if (!breaks_off(word)) {
    const auto text = without_closers(texts_[word]);
    return ends_with_any(text, kFullStops) || ends_with_any(text, kExclamationMarks);
  }
  const auto& next = cores_[word + 1];
  if (next == "i" || next.starts_with("i'")) return false;
  std::size_t at = 0;
  return u_isupper(static_cast<UChar32>(next_code_point(texts_[word + 1], at))) != 0;
}

std::vector<WordRange> SpokenText::sentences() const {
  std::vector<WordRange> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!ends_sentence(i)) continue;
    result.push_back({begin, i + 1});
    begin = i + 1;
  }
  return result;
}

}  // namespace cmos
