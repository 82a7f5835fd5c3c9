// English spelling: which letters are heard.
#pragma once

#include <string_view>

namespace cmos {

// Vowels and consonants heard in a word of lower-case ASCII letters and apostrophes, as a
// dictionary of pronunciations would list them: "light" 3, "something" 6, "didn't" 6. Without
// vowels it is read letter by letter ("html"), but for hums ("mhm"). At least 1.
int count_word_sounds(std::string_view word);

// The same letter by letter, as acronyms are read: "html" 8.
int count_letter_names(std::string_view letters);

}  // namespace cmos
