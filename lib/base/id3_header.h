// The header that an ID3v2 tag begins with (https://id3.org/id3v2.4.0-structure, 3.1 and 3.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cmos {

constexpr std::size_t kId3HeaderSize = 10;  // Of a tag; also of a frame of 2.3 or 2.4.
constexpr unsigned kId3HasFooter = 0x10;    // Flag of a 2.4 tag.

// Seven bits a byte (6.2), at most four bytes. Nothing if a byte has its highest bit set.
std::optional<std::uint32_t> read_syncsafe(std::string_view bytes);

// Whether these bytes begin with the header of a tag, whatever its size says.
bool has_id3_header(std::string_view start);

// Bytes that the tag takes (header, frames, padding and footer). Nothing if no tag begins here, or
// its size has bits that no size has.
std::optional<std::uint64_t> id3_tag_size(std::string_view start);

}  // namespace cmos
