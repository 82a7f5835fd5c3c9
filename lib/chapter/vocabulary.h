// What words an episode is told in, and where they change: TextTiling (M. Hearst, "TextTiling:
// Segmenting Text into Multi-paragraph Subtopic Passages", Computational Linguistics 23(1), 1997).
#pragma once

#include <cstddef>
#include <vector>

#include "episode/episode.h"

namespace cmos {

class Vocabulary {
 public:
  explicit Vocabulary(const Episode& episode);

  // How much the word tells of what is talked about: 0 for one that stands everywhere, 1 for one
  // that stands in one place only. Words count as the same if their first six letters are.
  double weight(std::size_t word) const { return weights_[word]; }

  // How much the words change at this one: 0 where they do not, 1 at the episode's sharpest turn.
  double shift(std::size_t word) const;

 private:
  std::vector<double> similarities(const std::vector<std::size_t>& stems) const;

  std::vector<double> weights_;  // One for each word.
  std::vector<double> depths_;   // One for each gap between sequences of words.
};

}  // namespace cmos
