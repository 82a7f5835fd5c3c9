#include <algorithm>
#include <array>
#include <cstddef>

#include "cmos/transcript_format.h"

namespace cmos {

namespace {

// In the order of TranscriptFormat.
constexpr auto kNames =
    std::to_array<std::string_view>({"page", "text", "srt", "vtt", "sbv", "table", "labels", "stm",
                                     "ctm", "json", "ttml", "trs", "html", "textgrid"});

}  // namespace

std::string_view transcript_format_name(TranscriptFormat format) {
  return kNames.at(static_cast<std::size_t>(format));
}

std::optional<TranscriptFormat> find_transcript_format(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<TranscriptFormat>(found - kNames.begin());
}

std::vector<std::string_view> transcript_format_names() {
  return {kNames.begin(), kNames.end()};
}

}  // namespace cmos
