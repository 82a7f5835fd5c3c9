// The older front_matter: lines such as `=title CMOS #1` and `=mp3 /media/x.mp3, 17224989, 19:24`.
#pragma once

#include <cstddef>
#include <string_view>

#include "episode/declared_metadata.h"

namespace cmos::page {

// Whether the first line that is not blank, from `begin` on, is one of those.
bool has_legacy_front_matter(std::string_view page, std::size_t begin);

// Keys before the transcript that this program knows; all other lines belong to the page's text.
Entries read_legacy_front_matter(std::string_view page, std::size_t begin);

}  // namespace cmos::page
