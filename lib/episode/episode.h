// From a page's text to the episode.
#pragma once

#include <cstddef>
#include <string>

#include "cmos/episode.h"
#include "cmos/page.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// A page of more bytes is no page (a 30-minute episode's has 30 KiB). Read no more than one byte
// over it from a file.
inline constexpr std::size_t kMaxPageSize = std::size_t{16} << 20U;

// Reads a page in memory, front matter or legacy form. Never fails: what is wrong is among the
// diagnostics, in page order and all of it in one run; with an error among them the episode is what
// could be understood. `default_language` (BCP 47) is that of pages that do not say theirs. Rules
// and their severities: docs/pages.md.
WithDiagnostics<Episode> parse_episode(const Page& page,
                                       const std::string& default_language = "en");

// The same of what stands around the transcript: the front matter and the video.
WithDiagnostics<Episode> parse_head(const Page& page, const std::string& default_language = "en");

// Adds a word to a text of words, behind a blank where the page has one.
void append_word(std::string& text, const Word& word);

// Index of the word that the heading stands before; words.size() behind the last one.
std::size_t word_behind(const Episode& episode, const Heading& heading);

}  // namespace cmos
