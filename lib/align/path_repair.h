// A second look at places where the search was out of step with the text.
#pragma once

#include <vector>

#include "align/backpointer_table.h"
#include "align/feature_store.h"
#include "align/path_search.h"
#include "align/word_graph.h"
#include "speech/senone_scorer.h"

namespace cmos {

// Takes a search through frames [first, end), all of them ready.
void search_frames(const FeatureStore& store, SenoneScorer& scorer, Frame first, Frame end,
                   PathSearch& search);

// Where two or more words in a row were left out, searches again from a few words before to a few
// behind them. Both ends are known now, so that sentences may be left out from the start, while the
// streaming search notices only late that the text goes on elsewhere. If words are still left out
// beside garbage that is long enough for them, text and sound are taken to belong together
// (an unusual voice, music under the speech), and leaving out gets dear. Keeps what finds more
// words; their confidence tells how well they fit.
std::vector<PathStep> repair_path(const WordGraph& graph, const FeatureStore& store,
                                  SenoneScorer& scorer, std::vector<PathStep> path);

}  // namespace cmos
