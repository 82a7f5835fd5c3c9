// Where the words of a path begin and end.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "align/backpointer_table.h"
#include "align/boundary.h"
#include "align/heard_words.h"
#include "align/word_graph.h"
#include "speech/frame.h"

namespace cmos {

// A path and what its frames are of.
struct SearchedPath {
  const WordGraph& graph;
  std::span<const PathStep> steps;
  Frame frame_count;  // Of all the sound that was searched.
};

// When a step begins by the search, or the path ends.
SoundTime start_of(const SearchedPath& path, std::size_t step);

// Between a word's phone and the one before it: `step` and `step` - 1.
Boundary phone_boundary(const SearchedPath& path, std::size_t step);

struct WordBoundary {
  Boundary boundary;
  std::optional<std::size_t> ending;    // The word that ends there,
  std::optional<std::size_t> starting;  // and the one that starts.
};

// In order: each word that was found starts and ends at one of them.
std::vector<WordBoundary> word_boundaries(const SearchedPath& path,
                                          std::span<const HeardWord> words);

}  // namespace cmos
