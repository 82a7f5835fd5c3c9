// Chapters as every format and the marked MP3 hold them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/time.h"

namespace cmos {

struct Chapter {
  Interval time;
  std::string title;  // One line of UTF-8 without control characters; not empty.
  std::string url;    // What the chapter is about, as the page has it; empty if nothing.
  std::string image;  // A file (relative to the page's folder) or an http(s) URL; empty if none.
};

using Chapters = std::vector<Chapter>;  // In order of time; each ends where the next one starts.

// An ID3 table of contents counts its entries in one byte (ID3v2 Chapter Frame Addendum, 3.2).
constexpr std::size_t kMaxChapters = 255;

}  // namespace cmos
