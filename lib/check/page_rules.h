// What can be seen in a page without its sound, beyond what reading it already finds.
#pragma once

#include "cmos/diagnostic.h"
#include "cmos/page.h"
#include "episode/episode.h"

namespace cmos {

// `page` is what the episode was read from. In page order.
Diagnostics check_page(const Episode& episode, const Page& page);

// By their places; those without one come first. Diagnostics of one place keep their order.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace cmos
