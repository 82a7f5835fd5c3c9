// The words of an episode as the search wants them.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/word_graph.h"
#include "episode/episode.h"

namespace cmos {

// All ways each shown word of a phrase may be said, the likeliest first, as phone names of the
// model.
using Pronounce = std::function<std::vector<std::vector<std::vector<std::string>>>(
    std::span<const std::string_view> phrase)>;

// One for each of the episode's words, with the breaks that estimate_speech() sees, which also part
// phrases. Notes in brackets have nothing to say.
std::vector<WordPhones> word_phones(const Episode& episode, const Pronounce& pronounce);

}  // namespace cmos
