#include "align/coarse_map.h"

#include <algorithm>
#include <cmath>

#include "align/coarse_search.h"
#include "align/phone_gains.h"
#include "align/whole_text.h"
#include "speech/frame.h"

namespace cmos {
namespace {

// Differences below both are no gap between segments.
constexpr Frame kSmallGapFrames = 2 * kFrameRate;
constexpr std::size_t kSmallGapWords = 6;
constexpr Frame kLongestGapFrames = 10 * kFrameRate;
// Nats. By chance, other text than is said gains up to 170, in noise of 15 dB 341 at most; what is
// said gains as much in 5 s, in noise in 15 s (docs/notes/coarse-map.md). Stretches that follow one
// another are told together: people by telephone gain so little that each has less.
constexpr double kSureGain = 250;
constexpr Frame kAgreeingFrames = kFrameRate;
// What is said gains kSureGain in far less than this, in noise too; 100 words take 40 s.
constexpr Frame kTellingFrames = 40 * kFrameRate;
constexpr std::size_t kTellingWords = 100;

struct Run {
  Segment segment;
  std::vector<Anchor> anchors;
};

// What the path has from one entry to the next piece of garbage.
std::vector<Run> find_runs(const std::vector<CoarseSearch::Place>& path, Frame first_frame) {
  constexpr double kUnit = PhoneGains::kUnit;
  std::vector<Run> runs;
  bool is_open = false;
  for (std::size_t step = 0; step < path.size(); ++step) {
    const CoarseSearch::Place& place = path[step];
    if (place.word == CoarseSearch::Place::kGarbage) {
      is_open = false;
      continue;
    }
    const Frame frame = first_frame + static_cast<Frame>(step) * PhoneGains::kFramesPerStep;
    if (!is_open || place.is_entry) {
      runs.push_back({{frame, 0, place.word, 0, -CoarseSearch::kEntryCost / kUnit}, {}});
      is_open = true;
    }
    auto& [segment, anchors] = runs.back();
    segment.gain += place.gain / kUnit;
    if (place.is_silence) continue;
    segment.end_frame = frame + PhoneGains::kFramesPerStep;
    segment.end_word = place.word + 1;
    if (anchors.empty() || anchors.back().word != place.word) {
      anchors.push_back({place.word, frame});
    }
  }
  return runs;
}

bool is_small_gap(const Segment& before, const Segment& behind) {
  return behind.first_frame - before.end_frame < kSmallGapFrames &&
         behind.first_word - before.end_word < kSmallGapWords;
}

std::vector<Run> join_near_ones(std::vector<Run> runs) {
  std::vector<Run> joined;
  for (Run& run : runs) {
    if (joined.empty() || !is_small_gap(joined.back().segment, run.segment)) {
      joined.push_back(std::move(run));
      continue;
    }
    auto& [segment, anchors] = joined.back();
    segment.end_frame = run.segment.end_frame;
    segment.end_word = run.segment.end_word;
    segment.gain += run.segment.gain;
    anchors.insert(anchors.end(), run.anchors.begin(), run.anchors.end());
  }
  return joined;
}

// Whether what lies between them lasts about as long as its words, at the pace of both.
bool follows(const Segment& before, const Segment& behind) {
  const Frame length =
      before.end_frame - before.first_frame + behind.end_frame - behind.first_frame;
  const std::size_t words =
      before.end_word - before.first_word + behind.end_word - behind.first_word;
  const double pace = length / static_cast<double>(words);
  const double gap = behind.first_frame - before.end_frame;
  const auto left_out = static_cast<double>(behind.first_word - before.end_word);
  return gap <= kLongestGapFrames && std::abs(gap - left_out * pace) <= kSmallGapFrames;
}

// The sum of the gains of those that follow one another, for each of them.
std::vector<double> gains_together(const std::vector<Run>& runs) {
  std::vector<double> gains(runs.size());
  for (std::size_t first = 0, end = 0; first < runs.size(); first = end) {
    double sum = runs[first].segment.gain;
    for (end = first + 1; end < runs.size(); ++end) {
      if (!follows(runs[end - 1].segment, runs[end].segment)) break;
      sum += runs[end].segment.gain;
    }
    std::fill(gains.begin() + static_cast<std::ptrdiff_t>(first),
              gains.begin() + static_cast<std::ptrdiff_t>(end), sum);
  }
  return gains;
}

}  // namespace

bool Anchor::agrees_with(Frame begin) const {
  return std::max(begin, frame) - std::min(begin, frame) <= kAgreeingFrames;
}

bool is_telling(Frame frame_count, std::size_t word_count) {
  return frame_count >= kTellingFrames && word_count >= kTellingWords;
}

CoarseMap map_coarsely(const WordGraph& graph, const FeatureStore& store, Frame first, Frame end) {
  CoarseMap map;
  map.frame_count = end - first;
  map.word_count = count_spoken_words(graph);
  const PhoneGains gains(graph.model(), store, first, end);
  const auto path = CoarseSearch(graph, gains).find_path();
  const std::vector<Run> runs = join_near_ones(find_runs(path, first));
  const std::vector<double> together = gains_together(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (together[i] < kSureGain) continue;
    const auto& [segment, anchors] = runs[i];
    map.segments.push_back(segment);
    map.anchors.insert(map.anchors.end(), anchors.begin(), anchors.end());
  }
  return map;
}

}  // namespace cmos
