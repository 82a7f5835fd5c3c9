// How good captions are, whoever made them: the style's limits and the grammar of their line ends.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/cue.h"
#include "cmos/stats.h"
#include "cmos/style.h"
#include "cmos/time.h"

namespace cmos {

// `cues` may be in any state (read_captions.h). Line ends are judged by the grammar of
// `language`, a BCP 47 tag, widths by its columns.
CaptionStats measure_captions(const Cues& cues, const Style& style, std::string_view language,
                              std::size_t worst = 10);

}  // namespace cmos
