// Chapters in a video's description: YouTube makes them from lines such as "0:00 Welcome".
#pragma once

#include <string>
#include <string_view>

#include "cmos/error.h"

namespace cmos {

// Lines of their own around those that are ours. (A description may hold no "<" or ">".)
inline constexpr std::string_view kChaptersBegin = "=== Chapters ===";
inline constexpr std::string_view kChaptersEnd = "=== End of chapters ===";

// The description with these lines (format/chapters_text.h) between the markers, every other byte
// kept; a description without markers gets them at its end. Rule of errors: "description" (markers
// that are not one pair, chapters of somebody else's, or longer than YouTube allows).
Result<std::string> with_chapters(std::string_view description, std::string_view lines);

}  // namespace cmos
