// What a path through the graph says about each word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/backpointer_table.h"
#include "align/word_graph.h"

namespace cmos {

// A word on the path, or (first_step == end_step) one that was left out or has nothing to say.
struct HeardWord {
  std::size_t first_step = 0;  // Steps [first_step, end_step) of the path are its phones.
  std::size_t end_step = 0;

  bool is_found() const { return first_step != end_step; }
};

// One entry for each word of the graph. Of a word that is said again, or was broken off before, it
// is the last.
std::vector<HeardWord> heard_words(const WordGraph& graph, std::span<const PathStep> path);

}  // namespace cmos
