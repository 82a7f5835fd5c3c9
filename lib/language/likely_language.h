// Which language a text is in.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cmos {

// The language (BCP 47) that a text is plainly in, told by its script or else by the share of its
// words that are function words of each language known (language.h); relatives of these pass for
// them. Empty if it is not plain, or the text has fewer than 50 words with letters (of a script
// that tells, 250 letters do). Words are shown words, valid UTF-8.
std::string_view likely_language(std::span<const std::string> words);

}  // namespace cmos
