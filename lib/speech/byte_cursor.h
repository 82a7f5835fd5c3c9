// Reads numbers and strings out of a model file that is in memory.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cmos {

// A position in bytes of the caller, who keeps them alive. Reading past the end gives zeros and
// empty strings and sets failed(), which stays set: a reader asks once, at the end of a section.
class ByteCursor {
 public:
  explicit ByteCursor(std::string_view bytes) : rest_(bytes) {}

  // Whether numbers are stored in the order opposite to this machine's.
  void set_swapped(bool swapped) { swapped_ = swapped; }
  bool swapped() const { return swapped_; }

  std::string_view take(std::size_t count) {
    if (count > rest_.size()) {
      failed_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  // Up to and without the terminator, which is skipped; failed() if there is none.
  std::string_view take_until(char terminator) {
    const std::size_t end = rest_.find(terminator);
    if (end == std::string_view::npos) {
      take(rest_.size() + 1);
      return {};
    }
    const std::string_view taken = take(end);
    take(1);
    return taken;
  }

  std::uint8_t u8() { return number<std::uint8_t>(); }
  std::uint16_t u16() {
    const auto value = number<std::uint16_t>();
    return swapped_ ? static_cast<std::uint16_t>(value << 8 | value >> 8) : value;
  }
  std::uint32_t u32() {
    const auto value = number<std::uint32_t>();
    return swapped_ ? __builtin_bswap32(value) : value;
  }
  std::int32_t i32() { return std::bit_cast<std::int32_t>(u32()); }

  bool failed() const { return failed_; }
  std::size_t remaining() const { return rest_.size(); }

 private:
  template <typename Number>
  Number number() {
    Number value{};
    const std::string_view bytes = take(sizeof value);
    if (bytes.size() == sizeof value) bytes.copy(reinterpret_cast<char*>(&value), sizeof value);
    return value;
  }

  std::string_view rest_;
  bool swapped_ = false;
  bool failed_ = false;
};

}  // namespace cmos
