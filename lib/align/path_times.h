// From a path through the graph to times: when its words begin and end, and what lies between them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "align/backpointer_table.h"
#include "align/heard_words.h"
#include "align/word_graph.h"
#include "cmos/alignment.h"
#include "media/audio.h"
#include "speech/frame.h"

namespace cmos {

// A path and what its frames are of.
struct SearchedPath {
  const WordGraph& graph;
  std::span<const PathStep> steps;
  Frame frame_count;  // Of all the sound that was searched.
};

// For each of the heard words its time, as people mark it (docs/acoustic-alignment.md); nothing for
// those that were not found.
std::vector<std::optional<SoundInterval>> word_times(const SearchedPath& path,
                                                     std::span<const HeardWord> words,
                                                     const Levels& levels);

// The sound that the path lays on no word: one stretch between two words, with its silences.
std::vector<UntranscribedSound> untranscribed_sound(const SearchedPath& path);

}  // namespace cmos
