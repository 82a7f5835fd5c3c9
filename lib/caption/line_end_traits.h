// What stands around a line's end beside the kind that it is of (line_end.h).
#pragma once

#include <bitset>
#include <cstddef>
#include <span>

#include "language/word_shape.h"

namespace cmos {

// An open word is a noun, a verb or an adjective, as far as word lists tell. Pauses are
// punctuation, a quotation or a bracket that opens, and the end of a paragraph.
enum class LineEndTrait {
  after_open_word,
  before_open_word,
  between_open_words,
  // An open word, and then ...
  before_auxiliary,   // "the answer | was"
  before_subject,     // "the day | we"
  before_pronoun,     // "the things | you"
  before_article,     // "found | a way"
  before_determiner,  // "found | my way"
  before_leading,     // "people | really"
  before_object,      // "told | him"
  // So many words from the nearest pause before and behind.
  one_after_pause,
  two_after_pause,
  three_after_pause,
  one_before_pause,
  two_before_pause,
  three_before_pause,
};

inline constexpr std::size_t kLineEndTraits = 16;

using LineEndTraits = std::bitset<kLineEndTraits>;

// Of a line that ends after words[last], as classify_line_end() has it.
LineEndTraits traits_of(std::span<const WordShape> words, std::size_t last);

}  // namespace cmos
