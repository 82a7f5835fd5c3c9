// A page that tells the truth about its recording.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "episode/episode.h"

namespace cmos::speaker {

// The page with its turns' stamps, and its MP3's size and time where it declares them, replaced;
// every other byte is kept. `starts` has one time for each turn.
std::string with_true_claims(std::string_view page, const Episode& episode,
                             const std::vector<Time>& starts, std::uint64_t mp3_size,
                             Time duration);

}  // namespace cmos::speaker
