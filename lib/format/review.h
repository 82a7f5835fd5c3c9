// The page on which somebody hears and judges what was made of an episode: .review.html.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "cmos/corrections.h"
#include "cmos/diagnostic.h"
#include "cmos/page.h"
#include "format/player.h"

namespace cmos {

struct ReviewContent {
  PlayerContent player;
  const Page& page;                     // What the episode was read from.
  const Diagnostics& findings;          // Of page and sound.
  std::span<const std::uint8_t> peaks;  // kPeakRate a second; empty if the sound was not heard.
  std::span<const Correction> corrections = {};  // That were made before, and where they
  std::string corrections_name = "episode.corrections.yaml";  // are kept.
};

// One file, docs/review.md: the player with the waveform over it, findings and doubtful words worst
// first, and how sure each word is.
std::string write_review(const ReviewContent& content);

}  // namespace cmos
