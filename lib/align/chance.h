// What a search has laid on sound that does not say it.
#pragma once

#include <vector>

#include "align/backpointer_table.h"
#include "align/coarse_map.h"
#include "align/word_graph.h"

namespace cmos {

// A search lays text where it fits best, and something always fits. Where sound and text differ, a
// stretch of words is believed if it lies where the map has it, if it is longer than chance makes
// one, or if it is short but nothing is left out between it and sure ones that are near. Of a short
// text without a sure stretch all is believed or nothing, by how well all of it fits. The
// other words are taken off the path; garbage takes their place. The path goes through the map's
// frames.
std::vector<PathStep> without_chance(const WordGraph& graph, const CoarseMap& map,
                                     std::vector<PathStep> path);

}  // namespace cmos
