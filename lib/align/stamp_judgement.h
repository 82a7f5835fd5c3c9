// What the sound says about the stamps.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "align/alignment.h"
#include "episode/episode.h"

namespace cmos {

// A turn's stamp and where it really starts, for turns whose start is sure.
struct StampedStart {
  Time stamp;
  Time start;
};

// By how much all stamps are late (the sound got shorter: positive) or early (negative), in whole
// seconds: where at least 5 turns and 80 % of them agree within 1.5 s on 2 s or more. Stamps are
// whole seconds, floored, so that true ones lie half a second before their turns.
std::optional<Time> find_constant_shift(std::span<const StampedStart> starts);

// A diagnostic [stamp-beyond-end] for each stamp at or after the end of the sound.
Diagnostics find_stamps_beyond(const Episode& episode, Time duration, std::string_view page,
                               const std::string& file);

// One diagnostic [stamps-shifted] at the first stamp, or nothing. Turns count as sure whose first
// words have a confidence of at least 0.5.
Diagnostics judge_stamps(const Episode& episode, const Alignment& alignment, std::string_view page,
                         const std::string& file);

}  // namespace cmos
