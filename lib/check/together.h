// What only pages that are looked at together can show.
#pragma once

#include <span>
#include <vector>

#include "cmos/diagnostic.h"
#include "cmos/page.h"
#include "episode/episode.h"

namespace cmos {

// All of it outlives the view.
struct PageView {
  const Page& page;
  const Episode& episode;
  const Page& declaring;  // Where the declared values stand: the page, or another one.
};

// One list for each page: one MP3, one size and length, one video on several pages, and speakers
// who are spelt in two ways. A diagnostic stands at the later page and names the earlier one.
std::vector<Diagnostics> check_together(std::span<const PageView> pages);

}  // namespace cmos
