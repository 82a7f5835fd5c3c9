// What may be the name of who speaks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace cmos::transcript {

enum class NameLikeness {
  none,
  weak,  // In lower case: "luke-jr".
  good,  // "Ann de Bo", "Psy.D", "Speaker 4", "O’Connor", or in letters without case.
};

// The text has no markup and no colon.
NameLikeness name_likeness(std::string_view text);

// What stands where names do and is none: "Slides:", "Transcribed by:".
bool is_no_name(std::string_view text);

// What parts the speech and is no voice: "Break:", "Intro:".
bool is_interlude(std::string_view text);

// A voice that nobody knows: "Unknown Speaker".
bool is_unknown_voice(std::string_view text);

// "AB" of "Ann Bo (AB)"; empty if there is none.
std::string_view initials_of(std::string_view text);

// The text without what stands in parentheses behind it, and with single blanks.
std::string bare_name(std::string_view text);

std::size_t count_words(std::string_view text);

// Whether one of the words is the text, whatever the case of ASCII's letters.
bool is_one_of(std::span<const std::string_view> words, std::string_view text);

}  // namespace cmos::transcript
