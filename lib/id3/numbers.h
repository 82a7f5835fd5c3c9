// Integers as ID3v2 stores them: big-endian, some with the highest bit of every byte left out
// (read_syncsafe() of base/id3_header.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cmos {

// Reads all the bytes given, at most four.
inline std::uint32_t read_big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

inline std::string big_endian(std::uint32_t value, std::size_t bytes) {
  std::string result(bytes, '\0');
  for (auto i = bytes; i > 0; --i, value >>= 8) result[i - 1] = static_cast<char>(value & 0xFF);
  return result;
}

constexpr std::uint32_t kMaxSyncsafe = (1U << 28) - 1;

// The value is at most kMaxSyncsafe.
inline std::string syncsafe(std::uint32_t value) {
  std::string result(4, '\0');
  for (std::size_t i = 4; i > 0; --i, value >>= 7) result[i - 1] = static_cast<char>(value & 0x7F);
  return result;
}

}  // namespace cmos
