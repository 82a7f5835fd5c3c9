// Pages that do not say what is spoken, made of pages that do.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "episode/episode.h"

namespace cmos {

struct Faults {
  double missing = 0;                   // Percent of the words that the page leaves out.
  double foreign = 0;                   // Percent of words put in that nobody says.
  std::optional<double> stamp_shift;    // Seconds added to every stamp.
  std::optional<double> stamp_scatter;  // Seconds by which each stamp is moved at most, at random.
  bool no_stamps = false;
};

// Where each word of the faulty page stood in the true one; nothing for those put in.
using WordOrigins = std::vector<std::optional<std::size_t>>;

// The same faults each time.
WordOrigins make_faulty(const Faults& faults, Episode& episode);

}  // namespace cmos
