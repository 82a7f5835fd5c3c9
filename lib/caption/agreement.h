// On which ends of lines and cues the good captions of an episode agree.
#pragma once

#include <vector>

#include "caption/cuts.h"

namespace cmos {

// Of all captions that an episode could have, each taken to be as likely as its cost is low
// (kUnlikelier, costs.h): the share that ends a cue, or the first line of two, behind each token; 0
// to 1.
struct Agreement {
  std::vector<double> cue;
  std::vector<double> line;
};

// The forward-backward algorithm of a semi-Markov model (Sarawagi and Cohen 2004). Takes time that
// grows linearly with the cuts.
Agreement agreement_of(const Cuts& cuts);

}  // namespace cmos
