#include "caption/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "caption/line_breaker.h"
#include "caption/line_end_traits.h"
#include "language/language.h"

namespace cmos {

namespace {

// A word of one paragraph, with its place in the paragraph's text.
struct PlacedWord {
  std::string_view text;
  Interval time;
  std::size_t begin;
};

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
    return std::move(tokens_);
  }

 private:
  void paragraph(std::size_t speaker, std::size_t first_word, std::size_t end_word) {
    std::vector<PlacedWord> words;
    std::string text;
    for (auto i = first_word; i < end_word; ++i) {
      const auto& word = episode_.words[i].text;
      if (shows_nothing(word) || !alignment_.words[i].is_spoken) continue;
      if (!text.empty()) text += ' ';
      words.push_back({word, alignment_.words[i].time, text.size()});
      text += word;
    }
    const auto breaks = breaker_.breaks(text);
    const auto first_token = tokens_.size();
    for (const auto& word : words) add_word(word, breaks, speaker);
    classify_ends(first_token, words, breaks);
  }

  void add_word(const PlacedWord& word, const std::vector<std::size_t>& breaks,
                std::size_t speaker) {
    const auto width = count_graphemes(word.text);
    const bool divisible = static_cast<std::size_t>(word.time.length().count()) >= width;
    std::size_t begin = 0;
    std::size_t columns = 0;
    const auto share = [&](std::size_t column) {
      return word.time.start +
             word.time.length() * static_cast<Time::rep>(column) / static_cast<Time::rep>(width);
    };
    const auto add_piece = [&](std::size_t end) {
      const auto piece = word.text.substr(begin, end - begin);
      const auto piece_width = count_graphemes(piece);
      const auto until = end == word.text.size() ? word.time.end : share(columns + piece_width);
      tokens_.push_back({std::string(piece),
                         {share(columns), until},
                         piece_width,
                         begin > 0,
                         speaker,
                         LineEnd::between_words,
                         {}});
      columns += piece_width;
      begin = end;
    };
    auto at = std::ranges::upper_bound(breaks, word.begin);
    for (; divisible && at != breaks.end() && *at < word.begin + word.text.size(); ++at) {
      const auto offset = *at - word.begin;
      if (LineBreaker::is_between_unspaced_letters(word.text, offset)) add_piece(offset);
    }
    add_piece(word.text.size());
  }

  // Of the paragraph's tokens, from the first one on.
  void classify_ends(std::size_t first, const std::vector<PlacedWord>& words,
                     const std::vector<std::size_t>& breaks) {
    if (first == tokens_.size()) return;
    std::vector<WordShape> shapes;
    for (auto i = first; i < tokens_.size(); ++i) {
      shapes.push_back(shape_of(tokens_[i].text, language_));
    }
    std::size_t word = 0;
    for (auto i = first; i + 1 < tokens_.size(); ++i) {
      auto& token = tokens_[i];
      token.end = classify_line_end(shapes, i - first);
      if (!tokens_[i + 1].joined) {
        ++word;
        const bool allowed = std::ranges::binary_search(breaks, words[word].begin);
        if (!allowed) token.end = LineEnd::against_unicode;
      }
      token.cost = cost_of(token.end, traits_of(shapes, i - first));
    }
    tokens_.back().end = LineEnd::sentence_end;
  }

  const Episode& episode_;
  const Alignment& alignment_;
  LineBreaker breaker_;
  const Language& language_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(const Episode& episode, const Alignment& alignment) {
  return Tokenizer(episode, alignment).run();
}

}  // namespace cmos
