// A second search where the first one may have lost its thread.
#pragma once

#include <optional>
#include <vector>

#include "align/adaptive_search.h"
#include "align/backpointer_table.h"
#include "align/coarse_map.h"
#include "align/feature_store.h"
#include "align/word_graph.h"

namespace cmos {

struct MappedPath {
  std::vector<PathStep> path;
  std::optional<CoarseMap> map;  // If one was made.
  // Stretches of sound that lie on no word and yet say words: once more, or out of the text's
  // order.
  std::vector<Segment> elsewhere = {};
};

// Looks at the path that a search finds through a whole recording. Where it leaves out words or
// sound for long, a coarse map is made, and where the path is not on its way, the recording is
// searched once more within the map. Keeps what agrees better with the map, without_chance(). A
// path that leaves out hardly anything is not looked at: it is right, and a map costs time. A
// search that is lost goes on only where the map tells nothing. Sound of more than six hours is not
// mapped, as time grows with sound times text. The store is finished. `again` gets to know how far
// the map, at 0, and the second search are, if there are any.
MappedPath search_within_map(const WordGraph& graph, const FeatureStore& store,
                             AdaptiveSearch& search, const ShareSink& again = {});

}  // namespace cmos
