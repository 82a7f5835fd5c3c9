#include "align/heard_words.h"

namespace cmos {

std::vector<HeardWord> heard_words(const WordGraph& graph, std::span<const PathStep> path) {
  std::vector<HeardWord> words(graph.word_count());
  for (std::size_t step = 0; step < path.size(); ++step) {
    if (graph.is_filler(path[step].node)) continue;
    const WordGraph::Node node = graph.node(path[step].node);
    HeardWord& word = words[node.word];
    if (node.is_first) word.first_step = step;
    word.end_step = step + 1;
  }
  return words;
}

}  // namespace cmos
