// Chapters as every format and the marked MP3 hold them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cmos/export.h"
#include "cmos/time.h"

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

enum class ChapterMode {
  automatic,   // The page's own; if it has none, found ones.
  from_page,   // The page's own only.
  from_turns,  // Found ones, whatever the page has.
  none,
};

struct ChapterOptions {
  ChapterMode mode = ChapterMode::automatic;
  Time minimum{60000};  // The shortest chapter that is found; the page's own may be shorter.
};

// JSON chapters 1.2.0 of the podcast namespace (application/json+chapters), a line for each
// chapter: startTime and endTime in seconds with three decimals, title, url and img where there is
// one (docs/schemas/chapters.schema.json). Images that are files, not URLs, are left out: apps
// could not load them.
CMOS_API std::string write_chapters_json(const Chapters& chapters);

// What `ffmpeg -i episode.mp3 -i episode.ffmetadata -map_metadata 1 ...` reads
// (ffmpeg.org/ffmpeg-formats.html, "Metadata"); times in milliseconds.
CMOS_API std::string write_ffmetadata(const Chapters& chapters);

}  // namespace cmos
