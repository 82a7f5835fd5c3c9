// Whether an episode keeps to cmos/limits.h.
#pragma once

#include "cmos/diagnostic.h"
#include "cmos/episode.h"
#include "cmos/page.h"

namespace cmos {

// At the first turn or word that is too many, errors: "too-many-turns", "too-many-words". At the
// first word that was too long, a warning: "word-too-long".
Diagnostics beyond_limits(const Episode& episode, const Page& page);

}  // namespace cmos
