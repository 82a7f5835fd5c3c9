// Where the cues of somebody's captions belong, told from the words that were heard.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "cmos/time.h"

namespace cmos {

struct CueToRetime {
  Interval time;  // As the captions have it: the end may lie before the start.
  // When its first word begins, if it begins with one and that is surely heard.
  std::optional<Time> heard_start;
  std::optional<Time> heard_end;  // The same of its last word's end.
};

// One interval for each cue, in their order, none negative, none shorter than a millisecond unless
// it was. Most cues keep what they have in common with their neighbours: an offset, and the rate at
// which the file's clock runs (a wrong frame rate); so leads and lengths stay as their author chose
// them. Where offsets jump there is a cut. A cue whose word is heard more than 60 ms elsewhere
// begins with its word; one that meets the cue before may be 84 ms later. Cues without a heard word
// move with the nearest one that has one, and stay between those around them. Nothing changes where
// no offset is larger than 80 ms.
std::vector<Interval> retime_cues(std::span<const CueToRetime> cues);

}  // namespace cmos
