// Text as people see it. All strings are UTF-8; the functions are thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cmos/graphemes.h"

namespace cmos {

// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), or
// nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Columns that the text takes where every character has one or two: two for a grapheme cluster that
// begins wide or full-width (East Asian Width W or F, UAX #11), as emoji do. Valid UTF-8.
std::size_t count_columns(std::string_view text);

// The text's first grapheme clusters, of at most so many columns together. Valid UTF-8.
std::string_view first_columns(std::string_view text, std::size_t columns);

// The code point that begins at the byte `at`, which moves to the next one; U+FFFD for a byte that
// is not part of well-formed UTF-8. `at` is less than the text's size.
char32_t next_code_point(std::string_view text, std::size_t& at);

// The code point that ends before the byte `at`, which is more than 0. The text is valid UTF-8.
char32_t code_point_before(std::string_view text, std::size_t at);

// The largest boundary between extended grapheme clusters at or before the byte offset: where text
// may be cut so that no character is. The text is valid UTF-8.
std::size_t grapheme_floor(std::string_view text, std::size_t offset);

// The text without anything that a reader may take for the end of a line or of the file: control
// characters, line and paragraph separators (general categories Cc, Zl, Zp) become spaces, runs of
// spaces one, none at either end. UTF-8 in, UTF-8 out.
std::string one_line(std::string_view text);

// What browsers show for the code points 0x80 to 0x9F, written as a character reference or left by
// a wrong decoding: windows-1252's characters (HTML Living Standard, 13.2.5.80). Others, and the
// five that windows-1252 does not have, come out as they are.
char32_t from_windows_1252(char32_t character);

// Whether any code point is a letter or a digit (Unicode general categories L* and N*). The text is
// valid UTF-8.
bool has_letter_or_digit(std::string_view text);

}  // namespace cmos
