// How good captions are, whoever made them: the style's limits and the grammar of their line ends.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "caption/costs.h"
#include "caption/cue.h"
#include "caption/style.h"

namespace cmos {

// A cue with faults.
struct FaultyCue {
  std::size_t cue;                  // Index into the cues.
  Cost cost;                        // What the faults are worth (costs.h), for the order.
  std::vector<std::string> faults;  // "24.3 characters a second": one line each.
};

// Counts of cues, unless said otherwise.
struct CaptionStats {
  std::size_t cues = 0;
  std::size_t lines = 0;  // Of all cues.
  std::size_t words = 0;  // Between white space.

  std::size_t wide_lines = 0;        // Lines wider than the style's.
  std::size_t wide_words = 0;        // Of these, lines of a single word, which cannot be helped.
  std::size_t tall = 0;              // With more lines than the style's.
  std::size_t fast = 0;              // With more characters than can be read in their time.
  std::size_t fast_unexplained = 0;  // Of these, with words spoken slower than that. Only where the
                                     // words' times are known.
  double median_speed = 0;           // Characters a second.
  double p90_speed = 0;
  std::size_t brief = 0;            // Shown for less than the style's shortest time.
  std::size_t brief_with_room = 0;  // Of these, with time enough before the next cue.
  std::size_t lasting = 0;          // Shown for more than the style's longest time.
  std::size_t overlaps = 0;         // That end after the next one begins.
  std::size_t tiny_gaps = 0;        // With a gap behind them below the style's smallest gap.
  std::size_t open_gaps = 0;        // With one above that and below its smallest pause.
  std::size_t dialogues = 0;        // Of two speakers.

  std::array<std::size_t, kLineEndCosts.size()> line_ends{};  // By kind. The ends of turns count as
                                                              // ends of sentences.
  std::size_t bad_line_ends = 0;                              // Of the kinds of is_bad().

  std::vector<FaultyCue> worst;  // The worst first, at most as many as asked for.
};

// `cues` may be in any state (read_captions.h). Line ends are judged by the grammar of
// `language`, a BCP 47 tag.
CaptionStats measure_captions(const Cues& cues, const Style& style, std::string_view language,
                              std::size_t worst = 10);

}  // namespace cmos
