// Words that the sound does not have, shown all the same.
#pragma once

#include "cmos/alignment.h"
#include "cmos/style.h"
#include "episode/episode.h"

namespace cmos {

// Words in a row that are not spoken come behind the last word before them that is, each for as
// long as it takes to be read: they count as spoken then. Where the next spoken word leaves less
// time than the style asks for all of them, they stay as they are.
Alignment with_unspoken(const Episode& episode, Alignment alignment, const Style& style);

}  // namespace cmos
