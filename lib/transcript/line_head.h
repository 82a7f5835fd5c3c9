// What may stand in front of speech on a line of text: who speaks, and when.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cmos/source_position.h"
#include "transcript/clock.h"

namespace cmos::transcript {

// The ways in which a line may begin. What counts is how many lines of a file share one.
enum class HeadShape : std::uint8_t {
  stamp,       // "[0:01] text", "0:01" alone
  name,        // "Ann: text", "Ann:" alone
  bold_name,   // "**Ann:** text", "**Ann**"
  heading,     // "### Ann", at the level of the headings that are names
  name_stamp,  // "Ann  0:01" alone, "Ann (0:01): text", "[0:01] Ann: text", "Ann: 0:01" alone
  stamp_line,  // "0:01 Ann" alone
};

struct LineHead {
  HeadShape shape = HeadShape::stamp;
  std::string name;        // As shown; empty for a stamp alone.
  std::string initials;    // "AB" of "Ann Bo (AB):".
  SourceSpan name_source;  // Of the line.
  std::optional<Clock> stamp;
  std::size_t text = 0;  // Where speech begins; the line's size if there is none.
  // Where speech begins if the name is none but speech behind a time: in front of the name.
  std::optional<std::size_t> behind_stamp;
};

// `line` has no line end. What looks like a name is checked for its shape alone.
std::optional<LineHead> parse_line_head(std::string_view line);

}  // namespace cmos::transcript
