// What a person has corrected of an episode, and that lasts: PAGE.corrections.yaml beside the page.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cmos/export.h"
#include "cmos/page.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// A correction of words, which are found again by themselves and by those around them (as the Web
// Annotation Data Model's TextQuoteSelector, section 4.2.4), or of a chapter, which is found by its
// title. Texts are one line of UTF-8; between two words stands one blank. What is empty stays as it
// is.
struct Correction {
  std::string words;    // Empty: of a chapter.
  std::string before;   // The words in front of them,
  std::string after;    // and behind them.
  std::string chapter;  // The title.

  std::optional<Time> start;                // When the first of the words begins,
  std::optional<Time> end;                  // and the last one ends: after `start`.
  bool is_cue = false;                      // A cue of these words, at these times exactly.
  bool is_right = false;                    // The words lie where they are said.
  std::string text = {};                    // That the page should have instead.
  std::string speaker = {};                 // The ID of who says the turn that the words are in.
  std::string title = {};                   // Of the chapter,
  std::optional<Time> time = std::nullopt;  // and when it begins.

  std::size_t offset = 0;                                // In the file.
  std::optional<std::size_t> first_word = std::nullopt;  // Where it was found in the episode.
};

// 5000 corrections, and more than anybody makes of one episode.
inline constexpr std::size_t kMaxCorrectionsSize = std::size_t{1} << 20U;

// "episode.corrections.yaml" beside "episode.md".
CMOS_API std::filesystem::path corrections_file(const std::filesystem::path& page);

// Diagnostics: "corrections-broken", "corrections-unknown-key", "corrections-value", all errors.
CMOS_API WithDiagnostics<std::vector<Correction>> parse_corrections(const Page& file);

// The file: what parse_corrections() reads as the same corrections.
CMOS_API std::string write_corrections(std::span<const Correction> corrections);

}  // namespace cmos
