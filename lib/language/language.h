// What is known of each language: the one place where its words and rules are given. A language is
// added by a file like english_words.cpp and a line in language.cpp.
#pragma once

#include <string_view>

#include "language/english_sounds.h"
#include "language/line_end_words.h"
#include "language/title_words.h"
#include "language/word_list.h"

namespace cmos {

// Without any data: the rules for any language, which know punctuation, capitals and digits only.
struct Language {
  std::string_view code{};       // BCP 47 primary subtag: "en". Empty: no language in particular.
  std::string_view long_code{};  // ISO 639-2: "eng".
  LineEndWords line_ends{};
  TitleWords titles{};
  std::string_view capital_pronoun{};  // Its capital tells nothing: "i", also in "i'm".
  // Function words, which are said shorter than others of the same sounds. In a language without
  // data those of English stand in.
  WordList weak_words{};
  // Speech sounds of a word as it is said (english_sounds.h). Where no other rules are known those
  // of English stand in, so that any language gives usable proportions.
  double (*count_sounds)(std::string_view word) = count_english_sounds;
  WordList notes{};  // Beginnings of words that notes in brackets have: "laugh", "inaudib".
};

// The language of a BCP 47 tag, told by its primary subtag in any case (RFC 5646, section 2.1.1):
// "en", "en-GB", "EN". A three-letter code stands for its two-letter one, as UTS #35 reads it
// (languageAlias, reason "overlong"), although RFC 5646, section 2.2.1, rules it out: "eng" is
// English, "enm" (Middle English) is not. What is unknown, "und" and no tag at all get the rules
// for any language. Lives as long as the program.
const Language& find_language(std::string_view tag);

}  // namespace cmos
