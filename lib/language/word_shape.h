// What a shown word's form says: punctuation, capitals, digits, and what word it is.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/language.h"

namespace cmos {

struct WordShape {
  WordClasses is;              // Of the language; all false where it has no words.
  std::size_t length = 0;      // Code points.
  bool ends_sentence = false;  // Ends with . ! ? or another script's (Sentence_Terminal), or with
                               // an ellipsis; closing quotes and brackets aside.
  bool divides = false;        // Ends with other punctuation that divides (Terminal_Punctuation),
                               // a dash or an ellipsis.
  bool ends_clause = false;    // Or with a closing bracket.
  bool full_stop = false;      // Its last character is a full stop, or one of several.
  bool ellipsis = false;       // Ends with several, or with the sign: somebody broke off.
  bool opens = false;          // Begins with an opening quotation mark or bracket.
  bool closes = false;         // Ends with a closing one.
  bool capital = false;        // Its first letter is upper case, and it is not "I".
  bool lower_case = false;     // Its first letter is lower case.
  bool digits = false;         // Begins with a digit, currency and signs aside.
  bool initial = false;        // "J."
  bool short_word = false;     // In a language without words: of at most four letters, as function
                               // words are.
};

// The word without the closing quotes and brackets at its end, whatever the language: „so“, «so»,
// (so).
std::string_view without_closers(std::string_view word);

// The word is valid UTF-8.
WordShape shape_of(std::string_view word, const Language& language);

// Whether a sentence ends with a word.
enum class SentenceEnd {
  no,            // No punctuation says so.
  in_name,       // The full stop of a title or of an initial before a capital: "Dr. | Who".
  abbreviation,  // "e.g. | Perl"
  goes_on,       // A full stop or an ellipsis before lower case: "so... | then".
  broken_off,    // An ellipsis before what has no capital that tells: "so... | I", "so... | 5".
  yes,
};

// `next` is the word behind; behind the last one WordShape().
SentenceEnd sentence_end(const WordShape& word, const WordShape& next);

}  // namespace cmos
