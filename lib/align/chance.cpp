#include "align/chance.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "align/heard_words.h"
#include "align/whole_text.h"
#include "speech/frame.h"

namespace cmos {
namespace {

// What parts two stretches: so much garbage, or so many words left out.
constexpr Frame kPartingFrames = kFrameRate;
constexpr std::size_t kPartingWords = 3;
// On sound of another page stretches have up to 17 words (docs/notes/coarse-map.md).
constexpr std::size_t kSureWords = 20;
// How far from a sure stretch a short one may lie, if nothing is left out between them; and how
// much sound may lie around one between two sure ones.
constexpr Frame kNearFrames = 10 * kFrameRate;
constexpr Frame kFarFrames = 60 * kFrameRate;

// Words that follow each other without a large difference, and their steps.
struct Stretch {
  std::size_t first_word;
  std::size_t end_word;
  std::size_t first_step;
  std::size_t end_step;
  std::size_t words_before;  // Left out between the stretch before and this one, and
  Frame garbage_before;      // garbage there.
  std::size_t found = 0;
  std::size_t agreeing = 0;  // Of those that the map has: with it, and against it.
  std::size_t differing = 0;

  // What is said twice may lie at either place in part.
  bool is_elsewhere() const { return 2 * differing > found; }
};

class Stretches {
 public:
  Stretches(const WordGraph& graph, const CoarseMap& map, std::span<const PathStep> path)
      : graph_(graph), map_(map), path_(path), words_(heard_words(graph, path)) {
    std::size_t left_out = 0;
    std::size_t end_step = 0;
    for (std::size_t w = 0; w < words_.size(); ++w) {
      if (!words_[w].is_found()) {
        left_out += graph_.starts(w).empty() ? 0 : 1;
        continue;
      }
      add(w, left_out, count_garbage(end_step, words_[w].first_step));
      end_step = words_[w].end_step;
      left_out = 0;
    }
    words_behind_ = left_out;
    garbage_behind_ = count_garbage(end_step, path.size());
    compare_with_map();
  }

  std::span<const Stretch> get() const { return stretches_; }
  bool are_whole_text() const { return says_whole_text(graph_, path_, map_.frame_count); }
  // Left out behind the last stretch.
  std::size_t words_behind() const { return words_behind_; }
  Frame garbage_behind() const { return garbage_behind_; }

 private:
  Frame count_garbage(std::size_t first_step, std::size_t end_step) const {
    Frame frames = 0;
    for (std::size_t step = first_step; step < end_step; ++step) {
      if (!graph_.is_filler(path_[step].node, FillerKind::garbage)) continue;
      frames += first_frame(path_, step + 1, map_.frame_count) - path_[step].first_frame;
    }
    return frames;
  }

  void add(std::size_t word, std::size_t left_out, Frame garbage) {
    const HeardWord& heard = words_[word];
    if (stretches_.empty() || left_out >= kPartingWords || garbage >= kPartingFrames) {
      stretches_.push_back({word, 0, heard.first_step, 0, left_out, garbage});
    }
    Stretch& stretch = stretches_.back();
    stretch.end_word = word + 1;
    stretch.end_step = heard.end_step;
    ++stretch.found;
  }

  void compare_with_map() {
    auto anchor = map_.anchors.begin();
    for (Stretch& stretch : stretches_) {
      for (; anchor != map_.anchors.end() && anchor->word < stretch.end_word; ++anchor) {
        if (anchor->word < stretch.first_word || !words_[anchor->word].is_found()) continue;
        const Frame begin = path_[words_[anchor->word].first_step].first_frame;
        ++(anchor->agrees_with(begin) ? stretch.agreeing : stretch.differing);
      }
    }
  }

  const WordGraph& graph_;
  const CoarseMap& map_;
  std::span<const PathStep> path_;
  std::vector<HeardWord> words_;
  std::vector<Stretch> stretches_;
  std::size_t words_behind_ = 0;
  Frame garbage_behind_ = 0;
};

bool is_sure(const Stretch& stretch) {
  if (stretch.agreeing > stretch.differing) return true;
  if (stretch.is_elsewhere()) return false;
  return stretch.found >= kSureWords;
}

// The gap before a stretch or behind the last one.
struct Gap {
  std::size_t words;
  Frame garbage;
  bool is_at_sure_one;  // Or at an end of the recording.

  bool joins() const { return words == 0 && is_at_sure_one; }
  bool is_near() const { return joins() && garbage <= kNearFrames; }
};

// Whether a stretch that is too short to be sure lies where nothing else can be.
bool fits(const Stretch& stretch, const Gap& before, const Gap& behind) {
  if (stretch.is_elsewhere()) return false;
  if (before.is_near() || behind.is_near()) return true;
  return before.joins() && behind.joins() && before.garbage + behind.garbage <= kFarFrames;
}

std::vector<bool> find_believed(const Stretches& all, const CoarseMap& map) {
  const std::span<const Stretch> stretches = all.get();
  std::vector<bool> sure(stretches.size());
  for (std::size_t i = 0; i < stretches.size(); ++i) sure[i] = is_sure(stretches[i]);
  const auto gap_before = [&](std::size_t i, bool is_at_sure_one) -> Gap {
    if (i == stretches.size()) return {all.words_behind(), all.garbage_behind(), is_at_sure_one};
    return {stretches[i].words_before, stretches[i].garbage_before, is_at_sure_one};
  };
  const bool is_short = !is_telling(map.frame_count, map.word_count);
  if (is_short && std::ranges::find(sure, true) == sure.end()) {
    return std::vector<bool>(stretches.size(), all.are_whole_text());
  }
  std::vector<bool> believed = sure;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const bool is_first = i == 0;
    const bool is_last = i + 1 == stretches.size();
    believed[i] = sure[i] || fits(stretches[i], gap_before(i, is_first || sure[i - 1]),
                                  gap_before(i + 1, is_last || sure[i + 1]));
  }
  return believed;
}

}  // namespace

std::vector<PathStep> without_chance(const WordGraph& graph, const CoarseMap& map,
                                     std::vector<PathStep> path) {
  const Stretches stretches(graph, map, path);
  const std::vector<bool> believed = find_believed(stretches, map);
  if (!believed.empty() && std::ranges::find(believed, true) == believed.end()) {
    return path_without_words(graph);
  }
  std::vector<PathStep> result;
  result.reserve(path.size());
  std::size_t step = 0;
  for (std::size_t i = 0; i < believed.size(); ++i) {
    if (believed[i]) continue;
    const Stretch& stretch = stretches.get()[i];
    result.insert(result.end(), path.begin() + static_cast<std::ptrdiff_t>(step),
                  path.begin() + static_cast<std::ptrdiff_t>(stretch.first_step));
    result.push_back({graph.filler(stretch.first_word, FillerKind::garbage),
                      path[stretch.first_step].first_frame, 0});
    step = stretch.end_step;
  }
  result.insert(result.end(), path.begin() + static_cast<std::ptrdiff_t>(step), path.end());
  return result;
}

}  // namespace cmos
