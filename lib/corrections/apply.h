// Corrections put into the episode that they were made of, or a later state of it.
#pragma once

#include <vector>

#include "cmos/chapter.h"
#include "cmos/corrections.h"
#include "cmos/diagnostic.h"
#include "episode/episode.h"

namespace cmos {

// The episode has the words and speakers that are corrected, its Episode::known_times are the
// corrected ones, and words that are right say so. Each correction of words gets its place, if it
// has one. `file` is the corrections', `spoken` has the words, `declaring` the chapters.
// Diagnostics: what was not applied ["correction-stale", "correction-doubtful",
// "correction-conflict"], and what the page does not have yet, with the edits that write it there
// ["correction-pending"].
Diagnostics apply_corrections(std::vector<Correction>& corrections, const Page& file,
                              const Page& spoken, const Page& declaring, Episode& episode);

// Chapters with corrected titles and times; each ends where the next one starts, and the last one
// with the sound. Diagnostics: those of apply_corrections() that are warnings.
Diagnostics correct_chapters(const std::vector<Correction>& corrections, const Page& file,
                             Chapters& chapters);

}  // namespace cmos
