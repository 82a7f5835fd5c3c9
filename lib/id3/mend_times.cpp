#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "cmos/diagnostic.h"
#include "id3/chapter_frames.h"

namespace cmos {

namespace {

// What one program calls the end another may call some milliseconds later: it counts whole frames,
// encoder delay and padding included (3 frames of 48 ms at most).
constexpr Time kRounding{150};

constexpr std::int64_t kNoEnd = 0xFFFFFFFF;  // Addendum, 3.1.

}  // namespace

Diagnostics mend_times(Chapters& chapters, std::optional<Time> duration, const std::string& file) {
  Diagnostics diagnostics;
  const auto warn = [&](RuleName rule, const Chapter& chapter, std::string_view what) {
    diagnostics.push_back(make_diagnostic(
        rule, file, std::nullopt,
        fmt::format("the chapter at {} {}", format_clock(chapter.time.start), what)));
  };
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    auto& [start, end] = chapters[i].time;
    const bool is_behind = duration && start >= *duration;
    if (is_behind) {
      warn("chapter-behind-sound", chapters[i], "begins behind the end of the sound");
    }
    const bool is_end = end > start && end.count() != kNoEnd &&
                        (!duration || is_behind || end <= *duration + kRounding);
    if (is_end) continue;
    const auto next =
        i + 1 < chapters.size() ? chapters[i + 1].time.start : duration.value_or(start);
    end = std::max(start, duration && !is_behind ? std::min(next, *duration) : next);
    warn("chapter-end", chapters[i],
         fmt::format("has no end that is one; it is listed with {}", format_clock(end)));
  }
  return diagnostics;
}

}  // namespace cmos
