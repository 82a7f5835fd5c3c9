// The player for a site: sound, transcript and captions as one page.
#pragma once

#include <string>
#include <vector>

#include "cmos/alignment.h"
#include "cmos/audio.h"
#include "cmos/chapter.h"
#include "cmos/cue.h"
#include "episode/episode.h"

namespace cmos {

// What players show. All of it is the episode's, and outlives the writing.
struct PlayerContent {
  const Episode& episode;
  const Alignment& alignment;
  const Cues& cues;  // Without labels: the player says who speaks.
  const Chapters& chapters;
  const AudioInfo* audio;           // Null if nothing is known of the sound.
  std::vector<std::string> sounds;  // Addresses of the sound, percent-encoded; the first that can
                                    // be loaded is played.
};

// .player.html: one file, readable without a script. docs/player.md.
std::string write_player(const PlayerContent& content);

// .player.part.html: the same to be put into a page that includes style and script once. ASCII.
std::string write_player_part(const PlayerContent& content);

}  // namespace cmos
