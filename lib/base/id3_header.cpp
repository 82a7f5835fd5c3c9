#include "base/id3_header.h"

namespace cmos {

std::optional<std::uint32_t> read_syncsafe(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x7F) return std::nullopt;
    value = value << 7 | byte;
  }
  return value;
}

bool has_id3_header(std::string_view start) {
  return start.size() >= kId3HeaderSize && start.starts_with("ID3");
}

std::optional<std::uint64_t> id3_tag_size(std::string_view start) {
  if (!has_id3_header(start)) return std::nullopt;
  const auto size = read_syncsafe(start.substr(6, 4));
  if (!size) return std::nullopt;
  const bool has_footer =
      start[3] == 4 && (static_cast<unsigned char>(start[5]) & kId3HasFooter) != 0;
  return kId3HeaderSize + std::uint64_t{*size} + (has_footer ? kId3HeaderSize : 0);
}

}  // namespace cmos
