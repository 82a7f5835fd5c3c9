// What ending a line between two words means: the grammar of line treatment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "caption/english.h"

namespace cmos {

// From good to bad. Where several fit, the text decides in the order of classify_line_end().
enum class LineEnd {
  sentence_end,
  clause_end,
  before_opener,
  before_conjunction,
  before_relative,
  before_preposition,
  between_words,
  after_leading_word,
  inside_noun_phrase,
  before_particle,
  before_object_pronoun,
  after_determiner,
  after_article,
  after_preposition,
  after_conjunction,
  after_auxiliary,
  after_subject_pronoun,
  inside_name,
  inside_number,
  after_opener,
  against_unicode,
};

// What a line's end depends on in a word; computed once for each.
struct WordShape {
  EnglishClasses is;           // All false in other languages.
  bool ends_sentence = false;  // Ends with . ! ? or another script's (Sentence_Terminal), closing
                               // quotes and brackets aside.
  bool ends_clause = false;    // Ends with other punctuation that divides (Terminal_Punctuation),
                               // a dash, an ellipsis or a closing bracket.
  bool full_stop = false;      // That end is one full stop, which may belong to an abbreviation.
  bool opens = false;          // Begins with an opening quotation mark or bracket.
  bool opener_only = false;    // Is nothing else.
  bool capital = false;        // Its first letter is upper case, and it is not "I".
  bool lower_case = false;     // Its first letter is lower case.
  bool digits = false;         // Begins with a digit, currency and signs aside.
  bool initial = false;        // "J."
};

WordShape shape_of(std::string_view word, bool english);

// `language` is a BCP 47 tag.
bool is_english(std::string_view language);

// A line that ends after words[last] and goes on with the next word; all of one speaker and one
// paragraph. Whether Unicode allows it is not looked at.
LineEnd classify_line_end(std::span<const WordShape> words, std::size_t last);

// The line ends that a viewer stumbles over and that the figures count: after an article, a
// preposition, a conjunction, an auxiliary or a subject pronoun, with no punctuation between.
bool is_bad(LineEnd end);

}  // namespace cmos
