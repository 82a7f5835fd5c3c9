// Stamps against the moments at which turns are heard to begin.
#pragma once

#include <string>
#include <string_view>

#include "align/alignment.h"
#include "base/diagnostic.h"
#include "base/source_position.h"
#include "episode/episode.h"

namespace cmos {

// Whether words were found in the sound, and not only laid out by stamps and silences.
bool is_measured(const Alignment& alignment);

// [stamp-off] for each stamp more than 1 s from the floored beginning of its turn, [stamps-absent]
// for a transcript without any; both with the edits that fix them. Where a diagnostic
// [stamps-shifted] says already that all stamps are off, or [stamp-beyond-end] that one is, it gets
// the edits instead.
void judge_stamps_by_ear(const Episode& episode, std::string_view page, const LineTable& lines,
                         const std::string& file, const Alignment& alignment,
                         Diagnostics& diagnostics);

}  // namespace cmos
