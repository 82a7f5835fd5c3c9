// From frames to the times of all words.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cmos/time.h"
#include "speech/frame.h"

namespace cmos {

// Gives every word a time: those that were found keep theirs, others share the gap between their
// neighbours by their length. Times are whole milliseconds within [0, duration), each longer than
// nothing, in order and without overlap; where words do not fit so, neighbours give way by as
// little as they can. `texts` has one entry a word.
std::vector<Interval> place_words(std::span<const std::optional<SoundInterval>> found,
                                  std::span<const std::string_view> texts, Time duration);

}  // namespace cmos
