// The formats that a page can become.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "cmos/export.h"

namespace cmos {

enum class Format : std::uint8_t {
  vtt,
  srt,
  transcript_vtt,
  transcript_json,
  text,
  words,
  karaoke,
  html,
  player,
  player_part,
  review,
  svg,
  mp3,  // The page's MP3 with its chapters; every other byte of it is kept.
  chapters_json,
  chapters_vtt,
  chapters_txt,
  ffmetadata,
  feed,
};

// What a format shows.
enum class FormatContent : std::uint8_t { page, words, chapters };

struct FormatInfo {
  Format format;
  std::string_view name;    // As options and configurations name it: "chapters-json".
  std::string_view suffix;  // Of files, with the dot: ".chapters.json".
  FormatContent content;
  std::string_view media_type;  // By which a feed names it; empty if it does not.
  bool draws_sound = false;     // Whether it shows the waveform.
};

// All of them, in the order of docs/formats.md.
CMOS_API std::span<const FormatInfo> formats();

CMOS_API const FormatInfo& info(Format format);

// What names mean, each format once; "all" is every format that needs no more than the page and its
// sound, and changes no MP3. Rule "usage" if there is none of a name.
CMOS_API Result<std::vector<Format>> find_formats(std::span<const std::string> names);

// The names that find_formats() knows.
CMOS_API std::vector<std::string_view> format_names();

// The format with the longest suffix that the file's name ends with, in whatever case; of any other
// .mp3, the marked MP3.
CMOS_API std::optional<Format> format_of(const std::filesystem::path& file);

// Where a page's output lies if nothing else is said: beside the page, or in a folder, under the
// page's name with the format's suffix.
CMOS_API std::filesystem::path default_output(const std::filesystem::path& page, Format format,
                                              const std::filesystem::path& folder = {});

}  // namespace cmos
