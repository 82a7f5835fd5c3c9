// Words in scripts that are written without spaces.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace cmos {

// Where a word ends and the next one begins with no white space between: byte offsets in order,
// neither end of the text among them. That is where UAX #29 parts words, by ICU's dictionaries for
// Han, kana and the scripts of South-East Asia, UAX #14 lets a line end, so that punctuation stays
// with its word, and at least one side is a letter or a mark of such a script. None in text of
// other scripts, whose lines may end behind hyphens and inside addresses too. The text is valid
// UTF-8. Thread-safe.
std::vector<std::size_t> unspaced_word_breaks(std::string_view text);

// Whether a word may end at the byte offset with no white space there, if its script is written
// without spaces. The offset lies inside the text, at a code point's start.
bool is_between_unspaced_letters(std::string_view text, std::size_t at);

}  // namespace cmos
