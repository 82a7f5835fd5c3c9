// The formats that a page can become: names, suffixes, writers.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "base/error.h"
#include "base/with_diagnostics.h"
#include "caption/caption_sets.h"
#include "chapter/chapter.h"
#include "episode/episode.h"
#include "format/feed.h"

namespace cmos {

// All that is known of an episode once its words have times.
struct Product {
  const Episode& episode;
  const Alignment& alignment;
  CaptionSets& captions;  // Of both.
  const Chapters& chapters;
  const std::string& page;  // Its name, for diagnostics.
  const std::string& feed_base_url;
  const std::vector<FeedFile>& feed_files;
};

enum class Material { page, words, chapters };  // What a format shows.

struct OutputFormat {
  std::string_view name;    // As -f takes it.
  std::string_view suffix;  // With the dot: ".vtt".
  Material material;
  WithDiagnostics<std::string> (*render)(
      const Product& product);   // Null: the marked MP3, which is no text.
  std::string_view feed_type{};  // The type by which a feed names it; empty if it does not.

  bool is_mp3() const { return render == nullptr; }
  bool is_feed() const { return material == Material::page; }
  // Whether "all" means it, too: not what needs more than the page and its sound.
  bool is_in_all() const { return !is_mp3() && !is_feed(); }
};

std::span<const OutputFormat> output_formats();

// The names that -f takes: those of the formats, and "all".
std::vector<std::string_view> format_names();

// Null if there is no such format.
const OutputFormat* find_format(std::string_view name);

// The formats of these names, each once; "all" stands for every one that is in it. Rule "usage" if
// there is none of a name.
Result<std::vector<const OutputFormat*>> find_formats(const std::vector<std::string>& names);

// The format with the longest suffix that the file's name ends with; null if there is none.
const OutputFormat* format_of(const std::filesystem::path& file);

}  // namespace cmos
