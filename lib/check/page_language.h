// Which language a page is in, if it does not say so or is mistaken.
#pragma once

#include "cmos/diagnostic.h"
#include "cmos/episode.h"
#include "cmos/page.h"

namespace cmos {

// What the words say of the language; one that nobody has said, neither the page nor the user, is
// set in the episode where they are plain. Rule "language-doubtful".
Diagnostics settle_language(bool is_said, const Page& page, Episode& episode);

}  // namespace cmos
