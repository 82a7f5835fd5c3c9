#include "align/word_boundaries.h"

#include <cstdint>
#include <string_view>

namespace cmos {
namespace {

// A silence between two words without a break of the text may be a stop's closure: so short that
// the other word's may be its release or its own closure, or, behind a stop, all of it the stop's.
constexpr SoundTime kLongestJoint{70};
constexpr SoundTime kLongestClosure{250};
// In front of a break of the text.
constexpr SoundTime kClosureAtBreak{60};

PhoneClass class_of(const SearchedPath& path, std::size_t step) {
  if (path.graph.is_filler(path.steps[step].node)) return PhoneClass::pause;
  const WordGraph& graph = path.graph;
  return phone_class(graph.model().definition.phone_name(graph.node(path.steps[step].node).phone));
}

SoundTime length_of(const SearchedPath& path, std::size_t step) {
  return start_of(path, step + 1) - start_of(path, step);
}

// Between the phones [left] and [right - 1] of the path, whatever fillers lie between them.
Boundary boundary(const SearchedPath& path, BoundaryKind kind, std::size_t left_end,
                  std::size_t right) {
  Boundary result{kind,
                  PhoneClass::pause,
                  PhoneClass::pause,
                  start_of(path, left_end),
                  start_of(path, right),
                  SoundTime(0),
                  SoundTime(0)};
  result.left_length = result.end - result.start;
  result.right_length = result.left_length;
  if (kind != BoundaryKind::pause_end) {
    result.left = class_of(path, left_end - 1);
    result.left_length = length_of(path, left_end - 1);
  }
  if (kind != BoundaryKind::pause_start) {
    result.right = class_of(path, right);
    result.right_length = length_of(path, right);
  }
  return result;
}

// A word's start behind its own broken-off beginning, behind speech that the text lacks, or behind
// a pause that the text does not ask for.
Boundary slip_end(const SearchedPath& path, std::size_t left_end, std::size_t step) {
  Boundary result = phone_boundary(path, step);
  result.kind = BoundaryKind::slip_end;
  result.start = start_of(path, left_end);
  return result;
}

Boundary start_boundary(const SearchedPath& path, std::size_t left_end, std::size_t step) {
  if (step == left_end) return boundary(path, BoundaryKind::pause_end, left_end, step);
  const WordGraph& graph = path.graph;
  const std::uint32_t node = path.steps[step - 1].node;
  const bool is_pause = graph.is_filler(node) && !graph.is_filler(node, FillerKind::garbage) &&
                        graph.has_break_at(graph.node(node).word);
  return is_pause ? boundary(path, BoundaryKind::pause_end, left_end, step)
                  : slip_end(path, left_end, step);
}

// At a break of the text garbage may be what is left of a word as it dies away.
Boundary end_boundary(const SearchedPath& path, std::size_t step, std::size_t right) {
  const WordGraph& graph = path.graph;
  const auto is_speech = [&](std::uint32_t node) {
    return !graph.is_filler(node) || (graph.is_filler(node, FillerKind::garbage) &&
                                      !graph.has_break_at(graph.node(node).word));
  };
  return step < right && is_speech(path.steps[step].node)
             ? phone_boundary(path, step)
             : boundary(path, BoundaryKind::pause_start, step, right);
}

enum class Silence : std::uint8_t { pause, closure, joint };

Silence silence_between(const SearchedPath& path, std::size_t left_end, std::size_t right) {
  const WordGraph& graph = path.graph;
  bool has_break = false;
  for (std::size_t step = left_end; step < right; ++step) {
    if (!graph.is_filler(path.steps[step].node, FillerKind::silence)) return Silence::pause;
    has_break = has_break || graph.has_break_at(graph.node(path.steps[step].node).word);
  }
  const SoundTime length = start_of(path, right) - start_of(path, left_end);
  const bool is_behind_stop = is_stop(class_of(path, left_end - 1));
  if (has_break) {
    return is_behind_stop && length <= kClosureAtBreak ? Silence::joint : Silence::pause;
  }
  if (is_stop(class_of(path, right)) && length <= kLongestClosure) return Silence::joint;
  if (is_behind_stop && length <= kLongestJoint) return Silence::joint;
  return is_behind_stop && length <= kLongestClosure ? Silence::closure : Silence::pause;
}

}  // namespace

SoundTime start_of(const SearchedPath& path, std::size_t step) {
  const FrameTimes times(path.graph.model().features);
  return times.boundary(first_frame(path.steps, step, path.frame_count));
}

Boundary phone_boundary(const SearchedPath& path, std::size_t step) {
  return boundary(path, BoundaryKind::inside, step, step);
}

std::vector<WordBoundary> word_boundaries(const SearchedPath& path,
                                          std::span<const HeardWord> words) {
  std::vector<WordBoundary> result;
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_found()) continue;
    const std::size_t left_end = before ? words[*before].end_step : 0;
    const std::size_t right = words[i].first_step;
    const auto add = [&](BoundaryKind kind, std::optional<std::size_t> ending,
                         std::optional<std::size_t> starting) {
      result.push_back({boundary(path, kind, left_end, right), ending, starting});
    };
    if (before && left_end == right) {
      add(BoundaryKind::inside, before, i);
    } else if (!before) {
      result.push_back({start_boundary(path, left_end, right), std::nullopt, i});
    } else {
      const Silence silence = silence_between(path, left_end, right);
      if (silence == Silence::joint) {
        add(BoundaryKind::joint, before, i);
      } else if (silence == Silence::closure) {
        add(BoundaryKind::pause_end, before, i);
      } else {
        result.push_back({end_boundary(path, left_end, right), before, std::nullopt});
        result.push_back({start_boundary(path, left_end, right), std::nullopt, i});
      }
    }
    before = i;
  }
  if (before) {
    result.push_back(
        {end_boundary(path, words[*before].end_step, path.steps.size()), before, std::nullopt});
  }
  return result;
}

}  // namespace cmos
