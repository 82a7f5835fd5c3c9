// Notes in brackets inside speech: "[laughs]".
#pragma once

#include <vector>

#include "episode/inline.h"

namespace cmos::page {

// For each glyph whether it lies in a note, its brackets included. A bracket glued to the word
// before it ("array[0]") begins none, nor does one that is never closed.
std::vector<bool> find_notes(const std::vector<Glyph>& glyphs);

}  // namespace cmos::page
