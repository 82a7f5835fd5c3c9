#include "chapter/spoken_text.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/unicode.h"
#include "language/language.h"
#include "language/normalised_word.h"

namespace cmos {

namespace {

constexpr std::array<std::string_view, 4> kQuestionMarks{"?", "\uFF1F", "\u061F", "\u037E"};

bool ends_with_any(std::string_view text, std::span<const std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

std::vector<std::string> pieces(std::string text) {
  const auto dots = text.find("...");
  if (dots == std::string::npos) return {std::move(text)};
  const auto end = std::min(text.find_first_not_of('.', dots), text.size());
  if (normalised_word(text.substr(0, dots)).empty() || normalised_word(text.substr(end)).empty()) {
    return {std::move(text)};
  }
  return {text.substr(0, end), text.substr(end)};
}

}  // namespace

SpokenText::SpokenText(const Episode& episode, const Turn& turn, const Vocabulary& vocabulary) {
  const auto& language = find_language(episode.language);
  for (auto i = turn.first_word; i < turn.end_word; ++i) {
    if (episode.words[i].is_note) continue;
    bool joined = episode.words[i].joined;
    for (auto& piece : pieces(one_line(episode.words[i].text))) {
      joined_.push_back(std::exchange(joined, false));
      cores_.push_back(normalised_word(piece));
      shapes_.push_back(shape_of(piece, language));
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

// An initial may as well be the end: "in C. Then".
bool SpokenText::ends_sentence(std::size_t word) const {
  if (word + 1 == size() || asks(word)) return true;
  const auto end = sentence_end(shapes_[word], shapes_[word + 1]);
  return end == SentenceEnd::yes || end == SentenceEnd::in_name;
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
