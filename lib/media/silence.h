// Silences of a recording. Inside lib/media only.
#pragma once

#include <span>
#include <vector>

#include "cmos/time.h"
#include "media/audio.h"
#include "media/levels.h"

namespace cmos {

struct SilenceMap {
  std::vector<Interval> silences;  // In order, disjoint, each at least as long as asked for.
  Levels levels{};                 // All but the peak.
};

// The levels are those of a recording's frames from its start to its end, which is the duration.
SilenceMap find_silences(std::span<const Level> levels, Time duration, Time minimum);

}  // namespace cmos
