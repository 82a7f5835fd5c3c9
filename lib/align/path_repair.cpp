#include "align/path_repair.h"

#include <algorithm>
#include <ranges>

#include "align/heard_words.h"

namespace cmos {
namespace {

constexpr std::size_t kLeftOutWords = 2;
// Words on each side that are searched again.
constexpr std::size_t kMargin = 4;
// Five minutes; what was lost for longer is no matter of a few words.
constexpr std::size_t kMostFrames = 30000;

// Words [first, end).
struct Region {
  std::size_t first;
  std::size_t end;
};

// Runs of words left out, with a margin of words that were found; overlapping ones as one.
std::vector<Region> find_regions(const WordGraph& graph, std::span<const HeardWord> words) {
  const auto is_left_out = [&](std::size_t w) {
    return !words[w].is_found() && !graph.starts(w).empty();
  };
  std::vector<Region> regions;
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (!is_left_out(w)) continue;
    Region region{w, w};
    std::size_t left_out = 0;
    for (; region.end < words.size() && !words[region.end].is_found(); ++region.end) {
      left_out += is_left_out(region.end) ? 1 : 0;
    }
    w = region.end;
    if (left_out < kLeftOutWords) continue;
    for (std::size_t i = 0; i < kMargin && region.first > 0; ++i) --region.first;
    for (std::size_t i = 0; i < kMargin && region.end < words.size(); ++i) ++region.end;
    while (region.first > 0 && !words[region.first].is_found()) --region.first;
    while (region.end < words.size() && !words[region.end - 1].is_found()) ++region.end;
    if (!regions.empty() && region.first <= regions.back().end) {
      regions.back().end = region.end;
    } else {
      regions.push_back(region);
    }
  }
  return regions;
}

std::size_t count_found(std::span<const HeardWord> words, Region region) {
  const auto part = words.subspan(region.first, region.end - region.first);
  return static_cast<std::size_t>(std::ranges::count_if(part, &HeardWord::is_found));
}

}  // namespace

void search_frames(const FeatureStore& store, SenoneScorer& scorer, std::size_t first,
                   std::size_t end, PathSearch& search) {
  std::vector<FeatureFrame> features;
  for (std::size_t frame = first; frame < end; frame += SenoneScorer::kBlock) {
    const std::size_t count = std::min(SenoneScorer::kBlock, end - frame);
    store.features(frame, count, features);
    scorer.start_block(features);
    for (std::size_t i = 0; i < count; ++i) {
      scorer.select(i);
      search.step(scorer);
    }
  }
}

std::vector<PathStep> repair_path(const WordGraph& graph, const FeatureStore& store,
                                  SenoneScorer& scorer, std::vector<PathStep> path) {
  SearchOptions options;
  options.lost_after = 0;
  const std::vector<HeardWord> words = heard_words(graph, path);
  // From the end, so that the steps before keep their places.
  for (const Region region : find_regions(graph, words) | std::views::reverse) {
    const bool is_first = !words[region.first].is_found();
    const bool is_last = !words[region.end - 1].is_found();
    const std::size_t first_step = is_first ? 0 : words[region.first].first_step;
    const std::size_t end_step = is_last ? path.size() : words[region.end - 1].end_step;
    const auto frame_of = [&](std::size_t step) {
      return step < path.size() ? path[step].first_frame : store.size();
    };
    const std::size_t first_frame = frame_of(first_step);
    const std::size_t end_frame = frame_of(end_step);
    if (end_frame - first_frame > kMostFrames) continue;
    PathSearch search(graph, options, region.first, region.end, first_frame);
    search_frames(store, scorer, first_frame, end_frame, search);
    if (!search.is_complete()) continue;
    const auto better = search.best_path();
    if (count_found(heard_words(graph, better), region) <= count_found(words, region)) continue;
    const auto begin = path.begin() + static_cast<std::ptrdiff_t>(first_step);
    const auto after = path.erase(begin, path.begin() + static_cast<std::ptrdiff_t>(end_step));
    path.insert(after, better.begin(), better.end());
  }
  return path;
}

}  // namespace cmos
