#include "check/speaker_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/similar.h"

namespace cmos {

namespace {

bool is_declared(const Speaker& speaker) {
  return !speaker.role.empty();
}

// An ID that nobody declared is suspected sooner than one that somebody did.
bool is_misspelt(const Speaker& undeclared, const Speaker& declared) {
  const auto shorter = std::min(undeclared.id.size(), declared.id.size());
  return nearly_same(undeclared.id, declared.id) ||
         (shorter >= 3 && edit_distance(undeclared.id, declared.id, 1) == 1);
}

}  // namespace

void check_speaker_ids(const Episode& episode, DiagnosticCollector& diagnostics) {
  const auto& speakers = episode.speakers;
  std::vector<bool> speaks(speakers.size());
  for (const auto& turn : episode.turns) speaks[turn.speaker] = true;
  const auto is_suspect = [&](std::size_t later, std::size_t earlier) {
    const auto& a = speakers[earlier];
    const auto& b = speakers[later];
    if (!is_declared(a)) return false;
    if (!is_declared(b)) return is_misspelt(b, a);
    if (a.name == b.name) return true;
    // Two who both speak, under names of their own, may well have IDs that look alike.
    return (!speaks[earlier] || !speaks[later]) && nearly_same(a.id, b.id);
  };
  const auto count = std::min(speakers.size(), kMostSpeakers);
  for (std::size_t later = 1; later < count; ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!is_suspect(later, earlier)) continue;
      diagnostics.add(speakers[later].source.begin, "speaker-id-near",
                      fmt::format("speaker {} may be {}; write one ID if they are one person",
                                  speakers[later].id, speakers[earlier].id));
      break;
    }
  }
}

}  // namespace cmos
