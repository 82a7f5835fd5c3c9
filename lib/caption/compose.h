// From words with times to captions: the whole episode in one optimisation.
#pragma once

#include "cmos/alignment.h"
#include "cmos/cue.h"
#include "cmos/style.h"
#include "cmos/style_choice.h"
#include "episode/episode.h"

namespace cmos {

struct CaptionOptions {
  Style style = kStyles[0];
  SpeakerLabels labels = SpeakerLabels::none;
  Unspoken unspoken = Unspoken::hide;
};

// The captions with the smallest sum of costs (costs.h) that keep the style's limits. Every word of
// the episode is in them once and in order, words that show nothing or are not spoken aside (those
// only if they are to be hidden, or have no room: unspoken.h); the alignment has a timing for each
// word. A line is wider than the style allows only if it is a
// single word. A label that leaves no room for the first word stands on a line of its own or, in a
// style of one line, is cut short or left out. A cue has one speaker, or is a dialogue of two
// lines: "-" or the label in front of each. It begins at most Style::lead before its first word and
// never before the word in front has ended. It ends with its last word or later: so much that its
// shortest time is reached, that it can be read (by at most Style::linger), that a short gap is
// closed; never after the next cue's begin. A single word that lasts longer than the style allows
// is cut. The work grows linearly with the number of words.
Cues compose_captions(const Episode& episode, const Alignment& alignment,
                      const CaptionOptions& options);

}  // namespace cmos
