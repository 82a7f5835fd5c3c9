// How an episode page is read aloud.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "episode/episode.h"
#include "support/speaker/script.h"
#include "support/truth.h"

namespace cmos::speaker {

struct Reading {
  std::vector<std::string> voices;  // Of the page's speakers in turn; the last one may be shared.
  Seconds intro{0};                 // Music in front.
  Seconds untranscribed{0};         // About so much speech in the middle that is not on the page.
  std::optional<double> snr;        // As Script::snr.
};

// One line a sentence, with pauses as people make them: 0.25 to 0.45 s between sentences, 0.5 to
// 0.8 s between paragraphs, 0.25 to 0.65 s between turns. Notes are not read.
Script script_of(const Episode& episode, const Reading& reading);

// The truth of such a recording with the notes put in, so that it has one entry for each of
// Episode::words.
Truth with_notes(const Episode& episode, const Truth& spoken);

// When each turn's first spoken word starts; a turn that is all notes starts where the turn before
// it does.
std::vector<Time> turn_starts(const Episode& episode, const Truth& truth);

}  // namespace cmos::speaker
