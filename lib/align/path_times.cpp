#include "align/path_times.h"

#include <cstddef>
#include <cstdint>

#include "align/boundary.h"

namespace cmos {

std::vector<std::optional<SoundInterval>> word_times(const SearchedPath& path,
                                                     std::span<const HeardWord> words,
                                                     std::span<const BandLevels::Levels> levels) {
  std::vector<std::optional<SoundInterval>> times(words.size());
  for (const WordBoundary& at : word_boundaries(path, words)) {
    const SoundTime time = place_boundary(at.boundary, levels);
    if (at.ending) times[*at.ending]->end = time;
    if (at.starting) times[*at.starting] = SoundInterval{time, time};
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
