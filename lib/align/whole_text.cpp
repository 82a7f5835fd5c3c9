#include "align/whole_text.h"

#include "align/heard_words.h"
#include "speech/score.h"

namespace cmos {
namespace {

// Nats a phone. By chance three words gain 20 in some seconds of sound, ten words 10; what is said
// gains 30 to 90, in noise of 10 dB, too (docs/notes/coarse-map.md).
constexpr double kGainOfFewWords = 25;
constexpr double kGainOfManyWords = 15;
constexpr std::size_t kManyWords = 20;
// The more sound, the better a place chance finds.
constexpr double kMoreInMuchSound = 20;
constexpr std::size_t kFewestInMuchSound = 5;
constexpr Frame kMuchSound = 60 * kFrameRate;

std::size_t count_phones(const WordGraph& graph) {
  std::size_t count = 0;
  for (std::size_t word = 0; word < graph.word_count(); ++word) {
    if (graph.starts(word).empty()) continue;
    ++count;
    auto node = graph.starts(word).front();
    for (; !graph.node(node).is_last(); node += graph.node(node).next) ++count;
  }
  return count;
}

double gain_over_garbage(const WordGraph& graph, std::span<const PathStep> path) {
  double gain = 0;
  for (const HeardWord& word : heard_words(graph, path)) {
    for (std::size_t step = word.first_step; step < word.end_step; ++step) {
      gain += static_cast<double>(path[step].acoustic_score) / kNat;
    }
  }
  return gain;
}

}  // namespace

std::size_t count_spoken_words(const WordGraph& graph) {
  std::size_t count = 0;
  for (std::size_t word = 0; word < graph.word_count(); ++word) {
    count += graph.starts(word).empty() ? 0U : 1U;
  }
  return count;
}

bool says_whole_text(const WordGraph& graph, std::span<const PathStep> path, Frame frame_count) {
  const std::size_t words = count_spoken_words(graph);
  const bool is_much_sound = frame_count > kMuchSound;
  if (words <= 1 && !is_much_sound) return true;
  if (words < kFewestInMuchSound && is_much_sound) return false;
  const double least = (words < kManyWords ? kGainOfFewWords : kGainOfManyWords) +
                       (is_much_sound ? kMoreInMuchSound : 0);
  return gain_over_garbage(graph, path) >= least * static_cast<double>(count_phones(graph));
}

std::vector<PathStep> path_without_words(const WordGraph& graph) {
  return {{graph.filler(0, FillerKind::garbage), 0, 0}};
}

}  // namespace cmos
