// Whether a sound says a text that is too short to be told from chance by its stretches.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/backpointer_table.h"
#include "align/word_graph.h"
#include "speech/frame.h"

namespace cmos {

// Words that have anything to say.
std::size_t count_spoken_words(const WordGraph& graph);

// Whether a path's words fit the sound so much better than garbage, for each phone of the text,
// that it says the text. What was left out counts as garbage. One word is never told from chance
// in less than a minute of sound, and counts as said. docs/notes/coarse-map.md has the figures.
bool says_whole_text(const WordGraph& graph, std::span<const PathStep> path, Frame frame_count);

// The path of a sound that says no word.
std::vector<PathStep> path_without_words(const WordGraph& graph);

}  // namespace cmos
