// Text on its way into a file of lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "cmos/cue.h"

namespace cmos {

// The text with those of `&<>"'` that are among the characters written as character references of
// HTML.
std::string escape_markup(std::string_view text, std::string_view characters);

// Neighbouring lines of a cue that one speaker says: one voice.
struct Voice {
  std::string speaker;                // Through one_line().
  std::vector<const CueLine*> lines;  // Of the cue, none without text.
};

// The cue's text by voices, top to bottom; it points into the cue. Empty if the cue shows nothing.
std::vector<Voice> voices(const Cue& cue);

// All the cue's text in one line.
std::string text_of(const Cue& cue);

}  // namespace cmos
