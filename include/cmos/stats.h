// How good captions are, whoever made them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cmos/captioner.h"
#include "cmos/cue.h"
#include "cmos/export.h"
#include "cmos/source_position.h"
#include "cmos/style.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Kinds of line ends (docs/captions.md).
inline constexpr std::size_t kLineEndKinds = 24;

// A cue with faults.
struct FaultyCue {
  std::size_t cue;                  // Index into the cues.
  std::int64_t cost;                // What the faults are worth (costs.h), for the order.
  std::vector<std::string> faults;  // "24.3 characters a second": one line each.
};

// Counts of cues, unless said otherwise.
struct CaptionStats {
  std::size_t cues = 0;
  std::size_t lines = 0;  // Of all cues.
  std::size_t words = 0;  // Between white space.

  std::size_t wide_lines = 0;        // Lines of more than Style::line_columns().
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

  std::array<std::size_t, kLineEndKinds> line_ends{};  // By kind. The ends of turns count as
                                                       // ends of sentences.
  std::size_t bad_line_ends = 0;                       // Of the kinds of is_bad().
  std::size_t torn = 0;  // Of those and of the kinds that tear a name, a number or a bracket from
                         // what belongs to it, or that Unicode forbids.
  std::size_t orphans =
      0;  // With a line of less than a third of the other one's width, though no
          // punctuation parts them; or of one word of a sentence that began above.

  std::vector<FaultyCue> worst;  // The worst first, at most as many as asked for.
};

// What the figures are of.
enum class CaptionsSource : std::uint8_t { webvtt, subrip, page };

// Captions of one source, measured.
struct StatsReport {
  std::string file;                       // As the user named it.
  Cues cues;                              // That were measured.
  std::vector<SourcePosition> positions;  // Of the cues in the file; empty where there is none.
  CaptionStats stats;
  CaptionsSource source = CaptionsSource::page;
  std::string language = "en";  // BCP 47: whose grammar and columns were used.
  Style style = kStyles[0];
};

// A block for each report, a line for each figure, then the worst cues with their positions and
// times, one line each.
CMOS_API std::string write_stats_table(const std::vector<StatsReport>& reports);

// {"version":1,"style":..,"files":[..]}; docs/formats.md says more.
CMOS_API std::string write_stats_json(const std::vector<StatsReport>& reports);

// Measures captions against the style that is asked for or configured: those in a file, or those
// that would be made of a page. Captions are what begins as WebVTT does, what is named .vtt or .srt
// in whatever case, and what else holds cues of either form and nothing of a page. Their language
// is the one asked for or configured, or else told by their words. `worst`: so many of the worst
// cues are named.
CMOS_API WithDiagnostics<std::optional<StatsReport>> measure_file(Captioner& captioner,
                                                                  const std::filesystem::path& file,
                                                                  const Settings& asked,
                                                                  std::size_t worst = 10);

}  // namespace cmos
