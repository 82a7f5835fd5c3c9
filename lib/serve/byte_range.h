// Pieces of a file that a browser asks for (RFC 9110, section 14).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cmos {

struct ByteRange {
  std::uint64_t begin;
  std::uint64_t length;  // 0: what was asked for lies outside the file.
};

// What a "Range" header asks for of `size` bytes: one range. Nothing for whatever else the header
// says, and for more than one range, which may be answered by the whole.
std::optional<ByteRange> asked_range(std::string_view header, std::uint64_t size);

}  // namespace cmos
