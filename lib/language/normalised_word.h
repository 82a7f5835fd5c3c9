// Words without what a page dresses them in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cmos {

// The word in lower case (full case folding), from its first to its last letter or digit, with '
// for any apostrophe: "“Don’t," is "don't". Empty if it has neither letter nor digit. Valid UTF-8.
std::string normalised_word(std::string_view word);

// Of a shown word no more bytes than this are looked at as a dictionary's word.
inline constexpr std::size_t kLongestShownWord = 200;

// The word as a dictionary has it: lower case, without the punctuation around it, but with the
// symbols that are said: "“C++,” is "c++".
std::string dictionary_key(std::string_view word);

// What dictionary_key() keeps of a plain_text(), in the case it has.
std::string_view without_marks(std::string_view plain);

}  // namespace cmos
