// HTML's character references: "&eacute;", "&#233;", "&#xE9;".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cmos::page {

// Bytes of what has the form of a reference at the beginning of the text, up to its semicolon; 0 if
// nothing has.
std::size_t character_reference_size(std::string_view text);

// What browsers show for a whole reference. Nothing for one that HTML does not have. Numbers follow
// the HTML Living Standard, 13.2.5.80, so that 128 to 159 are windows-1252's characters.
std::optional<std::string> decode_character_reference(std::string_view reference);

}  // namespace cmos::page
