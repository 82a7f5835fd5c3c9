// What stands around a line's end beside the kind that it is of (line_end.h).
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <span>

#include "language/word_shape.h"

namespace cmos {

// Characters from one pause to the next, or to a line's end, in steps: what is longer than the last
// one is not told apart.
inline constexpr std::array<std::size_t, 4> kPieces = {8, 14, 20, 30};

// An open word is a noun, a verb or an adjective, as far as word lists tell. Pauses are
// punctuation, a quotation or a bracket that opens, and where a paragraph begins or ends.
enum class LineEndTrait {
  after_open_word,
  before_open_word,
  between_open_words,
  // An open word, and then ...
  before_auxiliary,           // "the answer | was"
  before_subject,             // "the day | we"
  before_pronoun,             // "the things | you"
  before_article,             // "found | a way"
  before_determiner,          // "found | my way"
  before_leading,             // "people | really"
  before_object,              // "told | him"
  before_present_participle,  // "people | using it"
  before_past_participle,     // "the number of images | required"
  // "an important | thing", "the screen | reader and", "very | important"
  describes_next,
  inside_verb,    // Behind an adverb: "can still | come", "I just | want".
  before_clause,  // "the things | that you said": a relative and its subject.
  // At punctuation: the pieces before and behind it have up to kPieces characters.
  piece_before,
  piece_behind = piece_before + kPieces.size(),
  // Elsewhere: so many characters lie between the line's end and the pauses around it.
  since_pause = piece_behind + kPieces.size(),
  until_pause = since_pause + kPieces.size(),
};

inline constexpr std::size_t kLineEndTraits =
    static_cast<std::size_t>(LineEndTrait::until_pause) + kPieces.size();

using LineEndTraits = std::bitset<kLineEndTraits>;

// Of a line that ends after words[last], as classify_line_end() has it.
LineEndTraits traits_of(std::span<const WordShape> words, std::size_t last);

}  // namespace cmos
