// An episode's words as text alone.
#pragma once

#include <string_view>
#include <vector>

#include "cmos/episode.h"

namespace cmos {

// One for each of Episode::words, which has to outlive them unchanged.
inline std::vector<std::string_view> texts_of(const Episode& episode) {
  std::vector<std::string_view> texts;
  texts.reserve(episode.words.size());
  for (const Word& word : episode.words) texts.push_back(word.text);
  return texts;
}

}  // namespace cmos
