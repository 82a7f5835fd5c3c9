#include "caption/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/unicode.h"
#include "caption/line_breaker.h"
#include "caption/line_end_traits.h"
#include "language/language.h"
#include "language/word_shape.h"

namespace cmos {

namespace {

// White space and control characters only.
bool shows_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto category = U_GET_GC_MASK(static_cast<UChar32>(next_code_point(text, at)));
    if ((category & (U_GC_Z_MASK | U_GC_CC_MASK)) == 0) return false;
  }
  return true;
}

class Tokenizer {
 public:
  Tokenizer(const Episode& episode, const Alignment& alignment)
      : episode_(episode),
        alignment_(alignment),
        breaker_(episode.language),
        language_(find_language(episode.language)) {}

  std::vector<Token> run() {
    for (const auto& turn : episode_.turns) {
      for (std::size_t i = 0; i < turn.paragraphs.size(); ++i) {
        const bool last = i + 1 == turn.paragraphs.size();
        paragraph(turn.speaker, turn.paragraphs[i], last ? turn.end_word : turn.paragraphs[i + 1]);
      }
    }
    for (const auto& known : episode_.known_times) {
      const auto token = token_of_.find(known.word);
      if (!known.is_cue_edge || token == token_of_.end()) continue;
      auto& edge = tokens_[token->second];
      (known.is_end ? edge.ends_cue : edge.begins_cue) = true;
    }
    for (std::size_t i = 0; i < episode_.known_cues.size(); ++i) {
      const auto& [first_word, end_word] = episode_.known_cues[i];
      for (auto word = first_word; word < end_word; ++word) {
        const auto token = token_of_.find(word);
        if (token != token_of_.end()) tokens_[token->second].known_cue = i + 1;
      }
    }
    return std::move(tokens_);
  }

 private:
  void paragraph(std::size_t speaker, std::size_t first_word, std::size_t end_word) {
    std::vector<std::size_t> begins;  // In the paragraph's text.
    std::string text;
    const auto first_token = tokens_.size();
    for (auto i = first_word; i < end_word; ++i) {
      const auto& word = episode_.words[i];
      if (shows_nothing(word.text) || !alignment_.words[i].is_spoken) continue;
      append_word(text, word);
      begins.push_back(text.size() - word.text.size());
      token_of_[i] = tokens_.size();
      tokens_.push_back({word.text,
                         alignment_.words[i].time,
                         count_columns(word.text),
                         word.joined,
                         speaker,
                         LineEnd::between_words,
                         {}});
    }
    classify_ends(first_token, begins, breaker_.breaks(text));
  }

  // Of the paragraph's tokens, from the first one on.
  void classify_ends(std::size_t first, const std::vector<std::size_t>& begins,
                     const std::vector<std::size_t>& breaks) {
    if (first == tokens_.size()) return;
    std::vector<WordShape> shapes;
    shapes.reserve(tokens_.size() - first);
    for (auto i = first; i < tokens_.size(); ++i) {
      shapes.push_back(shape(tokens_[i].text));
    }
    for (auto i = first; i + 1 < tokens_.size(); ++i) {
      auto& token = tokens_[i];
      token.end = classify_line_end(shapes, i - first);
      if (!std::ranges::binary_search(breaks, begins[i + 1 - first])) {
        token.end = LineEnd::against_unicode;
      }
      token.cost = cost_of(token.end, traits_of(shapes, i - first));
    }
    tokens_.back().end = LineEnd::sentence_end;
  }

  // Most words of an episode come again.
  const WordShape& shape(const std::string& text) {
    const auto [found, is_new] = shapes_.try_emplace(text);
    if (is_new) found->second = shape_of(text, language_);
    return found->second;
  }

  const Episode& episode_;
  const Alignment& alignment_;
  LineBreaker breaker_;
  const Language& language_;
  std::vector<Token> tokens_;
  std::unordered_map<std::size_t, std::size_t> token_of_;  // By word.
  std::unordered_map<std::string, WordShape> shapes_;
};

}  // namespace

std::vector<Token> tokenize(const Episode& episode, const Alignment& alignment) {
  return Tokenizer(episode, alignment).run();
}

}  // namespace cmos
