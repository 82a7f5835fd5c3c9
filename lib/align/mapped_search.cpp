#include "align/mapped_search.h"

#include <algorithm>
#include <utility>

#include "align/chance.h"
#include "align/corridor.h"
#include "align/heard_words.h"
#include "align/whole_text.h"
#include "speech/frame.h"

namespace cmos {
namespace {

// What a path may leave out in one piece without being looked at.
constexpr std::size_t kSuspiciousWords = 5;
constexpr Frame kSuspiciousFrames = 4 * kFrameRate;
// What is mapped as a whole: the time of that grows with sound times text.
constexpr Frame kLongestMapped = 6 * 3600 * kFrameRate;
// Words that may lie elsewhere than in the map on a path that is right.
constexpr std::size_t kStrayWords = 4;

bool leaves_out_words(const WordGraph& graph, std::span<const HeardWord> words) {
  std::size_t run = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (words[w].is_found()) run = 0;
    if (!words[w].is_found() && !graph.starts(w).empty()) ++run;
    if (run >= kSuspiciousWords) return true;
  }
  return false;
}

bool leaves_out_sound(const WordGraph& graph, std::span<const PathStep> path, Frame frame_count) {
  for (std::size_t step = 0; step < path.size(); ++step) {
    if (!graph.is_filler(path[step].node, FillerKind::garbage)) continue;
    const Frame end = first_frame(path, step + 1, frame_count);
    if (end - path[step].first_frame >= kSuspiciousFrames) return true;
  }
  return false;
}

bool leaves_out_much(const WordGraph& graph, std::span<const PathStep> path, Frame frame_count) {
  return leaves_out_words(graph, heard_words(graph, path)) ||
         leaves_out_sound(graph, path, frame_count);
}

// Anchors that the path has elsewhere or not at all.
std::size_t count_stray(const WordGraph& graph, std::span<const PathStep> path,
                        const CoarseMap& map) {
  const std::vector<HeardWord> words = heard_words(graph, path);
  return static_cast<std::size_t>(std::ranges::count_if(map.anchors, [&](const Anchor& anchor) {
    const HeardWord& word = words[anchor.word];
    return !word.is_found() || !anchor.agrees_with(path[word.first_step].first_frame);
  }));
}

// What is said where the path has garbage. On the sound of another page that is nothing.
std::vector<Segment> find_elsewhere(const WordGraph& graph, const FeatureStore& store,
                                    std::span<const PathStep> path) {
  std::vector<Segment> result;
  for (std::size_t step = 0; step < path.size(); ++step) {
    if (!graph.is_filler(path[step].node)) continue;
    const std::size_t first = step;
    Frame garbage = 0;
    for (; step < path.size() && graph.is_filler(path[step].node); ++step) {
      if (!graph.is_filler(path[step].node, FillerKind::garbage)) continue;
      garbage += first_frame(path, step + 1, store.size()) - path[step].first_frame;
    }
    if (garbage < kSuspiciousFrames || garbage > store.size() / 2) continue;
    const auto map =
        map_coarsely(graph, store, path[first].first_frame, first_frame(path, step, store.size()));
    result.insert(result.end(), map.segments.begin(), map.segments.end());
  }
  return result;
}

// A path that leaves out hardly anything.
bool is_believed(const WordGraph& graph, std::span<const PathStep> path, Frame frame_count) {
  const std::size_t words = count_spoken_words(graph);
  return words == 0 || is_telling(frame_count, words) || says_whole_text(graph, path, frame_count);
}

}  // namespace

MappedPath search_within_map(const WordGraph& graph, const FeatureStore& store,
                             AdaptiveSearch& search, const ShareSink& again) {
  std::vector<PathStep> path;
  if (!search.is_lost()) {
    path = search.take_path();
    if (!leaves_out_much(graph, path, store.size())) {
      if (!is_believed(graph, path, store.size())) path = path_without_words(graph);
      return {std::move(path), std::nullopt};
    }
  }
  if (store.size() > kLongestMapped) {
    if (path.empty()) path = search.take_path(again);
    return {std::move(path), std::nullopt};
  }
  if (again) again(0);
  CoarseMap map = map_coarsely(graph, store, 0, store.size());
  if (path.empty() && map.anchors.size() <= kStrayWords) path = search.take_path(again);
  const std::size_t stray = path.empty() ? map.anchors.size() : count_stray(graph, path, map);
  if (stray > kStrayWords) {
    const Corridor corridor(map, graph);
    auto other = AdaptiveSearch(graph, store, &corridor).take_path(again);
    if (path.empty() || count_stray(graph, other, map) < stray) path = std::move(other);
  }
  path = without_chance(graph, map, std::move(path));
  auto elsewhere = find_elsewhere(graph, store, path);
  return {std::move(path), std::move(map), std::move(elsewhere)};
}

}  // namespace cmos
