// Chapters of an episode: as its page gives them, or found in what is said.
#pragma once

#include <span>

#include "chapter/complete.h"
#include "cmos/alignment.h"
#include "cmos/chapter.h"
#include "cmos/page.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"
#include "episode/episode.h"

namespace cmos {

// Whether find_chapters() needs the times of words; if not, the alignment's duration will do.
bool chapters_need_words(const Episode& episode, ChapterMode mode);

// The page's own chapters are those of its front matter, kept as they are at exactly their times
// (but one in the first second starts at 0),
// or else the headings inside the transcript, each at the start of the word behind it. Found ones
// begin with what a host says. What begins with a word begins in the silence before that
// word, and has the link that is spoken about in it, if that is exactly one. `alignment` and
// `silences` are those of the episode, which was read from `page`. Diagnostics: those of
// complete_chapters(), and a warning if there are no chapters [chapters-missing].
WithDiagnostics<Chapters> find_chapters(const Episode& episode, const Alignment& alignment,
                                        std::span<const Interval> silences,
                                        const ChapterOptions& options, const Page& page);

}  // namespace cmos
