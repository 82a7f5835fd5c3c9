// What counts as a sound at all.
#pragma once

#include <cstdint>

#include "cmos/error.h"

namespace cmos {

// Less than a second of sound between more bytes that are none is there by chance.
constexpr bool is_credible_sound(double seconds, std::uint64_t sound_bytes,
                                 std::uint64_t other_bytes) {
  return seconds > 0 && (seconds >= 1 || sound_bytes >= other_bytes);
}

inline Error no_sound() {
  return Error{"it holds no sound that can be decoded", "mp3-undecodable"};
}

}  // namespace cmos
