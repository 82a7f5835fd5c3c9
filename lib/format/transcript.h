// A transcript as readers of text see it: headings and paragraphs in order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cmos/alignment.h"
#include "episode/episode.h"

namespace cmos {

// A heading, or a paragraph of what somebody says.
struct TranscriptPart {
  const Heading* heading = nullptr;  // Into the episode. The rest is of paragraphs.
  std::string speaker;               // Display name.
  bool begins_turn = false;
  std::optional<Time> start;   // Of the paragraph's first word that is spoken.
  std::size_t first_word = 0;  // Words [first_word, end_word) of the episode.
  std::size_t end_word = 0;
};

// The alignment is the episode's.
std::vector<TranscriptPart> transcript_parts(const Episode& episode, const Alignment& alignment);

// The words [first_word, end_word), as the page has them parted.
std::string text_of_words(const Episode& episode, std::size_t first_word, std::size_t end_word);

}  // namespace cmos
