#include "align/path_repair.h"

#include <algorithm>
#include <ranges>

#include "align/heard_words.h"

namespace cmos {
namespace {

constexpr std::size_t kLeftOutWords = 2;
// Words on each side that are searched again.
constexpr std::size_t kMargin = 4;
// Five minutes; what is out of step for longer is no matter of a few words.
constexpr Frame kMostFrames = 30000;
// Garbage that may hold a word.
constexpr std::size_t kFramesPerWord = 15;
// How much dearer it gets to leave out text or sound that seem to belong together.
constexpr Score kDear = 4;

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

// A piece of the path: its words, steps [first_step, end_step) and frames.
struct Piece {
  Region words;
  std::size_t first_step;
  std::size_t end_step;
  Frame first_frame;
  Frame end_frame;
};

Piece cut_piece(Region region, std::span<const HeardWord> words, std::span<const PathStep> path,
                Frame frame_count) {
  const bool is_first = !words[region.first].is_found();
  const bool is_last = !words[region.end - 1].is_found();
  const std::size_t first_step = is_first ? 0 : words[region.first].first_step;
  const std::size_t end_step = is_last ? path.size() : words[region.end - 1].end_step;
  return {region, first_step, end_step, first_frame(path, first_step, frame_count),
          first_frame(path, end_step, frame_count)};
}

Frame count_garbage_frames(const WordGraph& graph, std::span<const PathStep> steps,
                           Frame end_frame) {
  Frame frames = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!graph.is_filler(steps[i].node, FillerKind::garbage)) continue;
    frames += first_frame(steps, i + 1, end_frame) - steps[i].first_frame;
  }
  return frames;
}

// The best of the piece's own steps and those of two further searches.
std::vector<PathStep> improve(const WordGraph& graph, const FeatureStore& store,
                              SenoneScorer& scorer, const Piece& piece,
                              std::vector<PathStep> steps) {
  const auto search_again = [&](const SearchOptions& options) {
    PathSearch search(graph, options, piece.words.first, piece.words.end, piece.first_frame);
    search_frames(store, scorer, piece.first_frame, piece.end_frame, search);
    if (!search.is_complete()) return;
    auto others = search.best_path();
    if (count_found(heard_words(graph, others), piece.words) >
        count_found(heard_words(graph, steps), piece.words)) {
      steps = std::move(others);
    }
  };
  SearchOptions resynchronising;
  resynchronising.resync_after = 0;
  search_again(resynchronising);
  const std::size_t left_out =
      piece.words.end - piece.words.first - count_found(heard_words(graph, steps), piece.words);
  if (left_out >= kLeftOutWords &&
      count_garbage_frames(graph, steps, piece.end_frame) >= left_out * kFramesPerWord) {
    SearchOptions together;
    together.garbage_penalty *= kDear;
    together.deletion_penalty *= kDear;
    together.beam *= 2;
    search_again(together);
  }
  return steps;
}

}  // namespace

void search_frames(const FeatureStore& store, SenoneScorer& scorer, Frame first, Frame end,
                   PathSearch& search) {
  std::vector<FeatureFrame> features;
  const auto prepare = [&](Frame frame) {
    if (frame >= end) return;
    store.features(frame, std::min<Frame>(SenoneScorer::kBlock, end - frame), features);
    scorer.prepare(features);
  };
  prepare(first);
  for (Frame frame = first; frame < end; frame += SenoneScorer::kBlock) {
    prepare(frame + SenoneScorer::kBlock);
    search.advance(scorer);
  }
}

std::vector<PathStep> repair_path(const WordGraph& graph, const FeatureStore& store,
                                  SenoneScorer& scorer, std::vector<PathStep> path) {
  const std::vector<HeardWord> words = heard_words(graph, path);
  // From the end, so that the steps before keep their places.
  for (const Region region : find_regions(graph, words) | std::views::reverse) {
    const Piece piece = cut_piece(region, words, path, store.size());
    if (piece.end_frame - piece.first_frame > kMostFrames) continue;
    const auto begin = path.begin() + static_cast<std::ptrdiff_t>(piece.first_step);
    const auto end = path.begin() + static_cast<std::ptrdiff_t>(piece.end_step);
    const auto better = improve(graph, store, scorer, piece, {begin, end});
    path.insert(path.erase(begin, end), better.begin(), better.end());
  }
  return path;
}

}  // namespace cmos
