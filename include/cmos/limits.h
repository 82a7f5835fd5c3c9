// How large an episode may be. Pages have a limit of bytes and of front matter, MP3s of chapters,
// images and tag: docs/limits.md has all of them.
#pragma once

#include <chrono>
#include <cstddef>

#include "cmos/time.h"

namespace cmos {

// A day: longer than any episode, and what the search for words is measured with.
inline constexpr Time kLongestSound = std::chrono::hours(24);

// In a day, a turn every 0.9 s.
inline constexpr std::size_t kMostTurns = 100'000;

// In a day, 347 a minute: twice as fast as people talk.
inline constexpr std::size_t kMostWords = 500'000;

// Bytes: what is read in one piece (docs/pages.md). A longer word is cut.
inline constexpr std::size_t kLongestWord = std::size_t{8} << 10U;

}  // namespace cmos
