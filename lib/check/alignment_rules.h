// What is wrong with a page, as its alignment with the sound shows it.
#pragma once

#include "cmos/alignment.h"
#include "cmos/diagnostic.h"
#include "cmos/page.h"
#include "cmos/rule.h"
#include "episode/episode.h"
#include "media/audio.h"

namespace cmos {

// [stamps-shifted] or else [stamp-beyond-end], [words-not-found],
// [sound-without-text]; in `check` also [stamp-off], [stamps-absent] and [end-without-text], which
// takes the place of a [sound-without-text] behind the last word. To be called once for a page that
// was aligned with sound, and with what was found out about the same sound; without sound there is
// nothing to be said. `page` is what the episode was read from.
Diagnostics alignment_diagnostics(RuleSet rules, const Episode& episode, const Alignment& alignment,
                                  const AudioInfo& audio, const Page& page);

// [pronunciation-unknown-phone]. `declaring` is the page whose front matter has the pronunciations.
Diagnostics pronunciation_diagnostics(const Episode& episode, const Alignment& alignment,
                                      const Page& declaring);

// Whether the sound says the text, by and large.
bool says_text(const Alignment& alignment);

}  // namespace cmos
