// The words of an episode as the search wants them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "align/word_graph.h"
#include "episode/episode.h"

namespace cmos {

// All ways a shown word may be said, the likeliest first, as phone names of the model.
using Pronounce = std::function<std::vector<std::vector<std::string>>(std::string_view word)>;

// One for each of the episode's words, with the breaks that estimate_speech() sees. Notes in
// brackets have nothing to say. Equal words are pronounced once.
std::vector<WordPhones> word_phones(const Episode& episode, const Pronounce& pronounce);

}  // namespace cmos
