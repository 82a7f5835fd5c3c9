#include "align/path_times.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cmos {
namespace {

// People mark a word's start so much later than the frames change
// (docs/notes/acoustic-alignment.md).
constexpr SoundTime kMarkedLater{5};

// How much later than people (the same document) a word's end comes out where silence follows: the
// sound fades.
constexpr SoundTime kFadingTail{15};

// Frames of silence behind a stop that may be its closure.
constexpr Frame kLongestClosure = 25;

// How much later than its sound a word comes out that begins without voice after a pause: noise
// hides the beginning. Measured on synthetic voices in white noise (the same document).
SoundTime masked_onset(std::string_view first_phone, const Levels& levels) {
  constexpr std::array<std::string_view, 9> kVoiceless{"CH", "F",  "HH", "K", "P",
                                                       "S",  "SH", "T",  "TH"};
  constexpr double kClearFrom = 28;  // dB of the speech above the noise.
  constexpr SoundTime kPerDecibel{3};
  constexpr SoundTime kLongest{60};
  if (std::ranges::find(kVoiceless, first_phone) == kVoiceless.end()) return SoundTime(0);
  return std::clamp(kPerDecibel * (kClearFrom - (levels.speech - levels.noise_floor)), SoundTime(0),
                    kLongest);
}

// When a step begins, or the path ends.
SoundTime start_of(const SearchedPath& path, std::size_t step) {
  const FrameTimes times(path.graph.model().features);
  return times.boundary(first_frame(path.steps, step, path.frame_count)) + kMarkedLater;
}

// Also past the last step.
bool is_filler(const SearchedPath& path, std::size_t step) {
  return step == path.steps.size() || path.graph.is_filler(path.steps[step].node);
}

// Whether a step is a silence between two words that belongs to the first one's last phone.
bool is_closure(const SearchedPath& path, std::size_t step) {
  if (step + 1 >= path.steps.size() || is_filler(path, step + 1)) return false;
  const WordGraph& graph = path.graph;
  const std::uint32_t node = path.steps[step].node;
  const std::uint32_t boundary = graph.node(node).word;
  return graph.is_filler(node, FillerKind::silence) && graph.is_behind_stop(boundary) &&
         !graph.has_break_at(boundary) &&
         path.steps[step + 1].first_frame - path.steps[step].first_frame <= kLongestClosure;
}

SoundTime start_of(const SearchedPath& path, const HeardWord& word, const Levels& levels) {
  const SoundTime start = start_of(path, word.first_step);
  if (word.first_step == 0 || !is_filler(path, word.first_step - 1)) return start;
  const PhoneId phone = path.graph.node(path.steps[word.first_step].node).phone;
  const SoundTime hidden = masked_onset(path.graph.model().definition.phone_name(phone), levels);
  return std::max(start - hidden, start_of(path, word.first_step - 1));
}

SoundTime end_of(const SearchedPath& path, const HeardWord& word) {
  const std::size_t next = word.end_step;
  if (!is_filler(path, next)) return start_of(path, next);
  if (is_closure(path, next)) return start_of(path, next + 1);
  return start_of(path, next) - kFadingTail;
}

}  // namespace

std::vector<std::optional<SoundInterval>> word_times(const SearchedPath& path,
                                                     std::span<const HeardWord> words,
                                                     const Levels& levels) {
  std::vector<std::optional<SoundInterval>> times(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_found()) continue;
    times[i] = SoundInterval{start_of(path, words[i], levels), end_of(path, words[i])};
  }
  return times;
}

std::vector<UntranscribedSound> untranscribed_sound(const SearchedPath& path) {
  std::vector<UntranscribedSound> result;
  bool goes_on = false;
  for (std::size_t step = 0; step < path.steps.size(); ++step) {
    const std::uint32_t node = path.steps[step].node;
    if (!path.graph.is_filler(node)) goes_on = false;
    if (!path.graph.is_filler(node, FillerKind::garbage)) continue;
    if (!goes_on) result.push_back({{to_time(start_of(path, step)), Time(0)}, 0});
    result.back().time.end = to_time(start_of(path, step + 1));
    result.back().next_word = path.graph.node(node).word;
    goes_on = true;
  }
  return result;
}

}  // namespace cmos
