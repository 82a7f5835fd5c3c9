// Which stamps the sound bears out, where no acoustic model hears the words.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "align/text_pacing.h"
#include "align/voice_activity.h"
#include "cmos/time.h"
#include "episode/episode.h"

namespace cmos {

struct JudgedStamps {
  // One for each turn: its stamp if it is believed, without the shift. They rise strictly, and lie
  // before the end of the sound.
  std::vector<std::optional<Time>> stamps;
  std::optional<Time> shift;  // As Alignment::stamp_shift.
};

// `words` are those of the episode, of which there is at least one. A stamp is believed where the
// likeliest division of all words over all of the sound begins its turn within 1 s of its second;
// that division itself leans on the stamps that fit the rest (phrasing.h). A shift of 2 s or more
// is believed if with it at least five stamps are, two thirds of all, and more than without it.
// Without sound, the most stamps that rise are believed.
JudgedStamps judge_stamps(const Episode& episode, std::span<const SpokenWord> words,
                          const std::optional<VoiceActivity>& sound);

}  // namespace cmos
