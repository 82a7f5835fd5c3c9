// Colours on a terminal.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "cmos/diagnostic.h"

namespace cmos {

enum class Colour : std::uint8_t { automatic, always, never };

// Whether what goes to the descriptor is coloured. By itself: where it takes_escapes(), unless
// NO_COLOR is set and not empty (no-color.org).
bool wants_colour(Colour asked, int descriptor);

// Whether diagnostics in this stream are coloured. A stream that copyfmt()s another does as it
// does.
void set_colour(std::ostream& stream, bool is_on);

// A line with its end, as to_string() has it; in colours if the stream wants them: what compilers
// colour, place, severity and rule.
std::string diagnostic_line(const Diagnostic& diagnostic, std::ios_base& stream);

}  // namespace cmos
