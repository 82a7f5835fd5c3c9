// An episode page in this project's dialect (docs/pages.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cmos/alignment.h"
#include "cmos/episode.h"

namespace cmos {

// The sound that the page declares.
struct PageSound {
  std::string file;    // As the front matter names it.
  std::uint64_t size;  // Bytes.
};

// Front matter, declarations of all who speak, and each turn with the second in which it is heard.
// Read back, it has the same words, notes, links, paragraphs and headings. UTF-8, LF.
std::string write_page(const Episode& episode, const Alignment& alignment,
                       const std::optional<PageSound>& sound);

}  // namespace cmos
