// The lines of a transcript that are more than speech.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "cmos/source_position.h"
#include "cmos/time.h"

namespace cmos::page {

// "ID:" at `offset` or behind blanks.
struct Label {
  std::string_view id;
  std::size_t begin;  // Of the ID.
  std::size_t text;   // Behind the colon.
};

// All offsets are in the line.
struct Stamp {
  std::string_view clock;  // "00:03", or what stands in its place.
  std::size_t begin;       // Of the clock.
  std::size_t end;         // Behind the closing bracket, or behind the clock if there is none.
  std::optional<Time> time;
  bool is_closed;  // Whether there is a closing bracket.

  // Whether it is made of digits and colons (and dots), in brackets: what the site has always read
  // as a stamp, wrong as the numbers may be. Others only count in front of a declared ID.
  bool is_certain() const;
};

struct Declaration {
  std::string_view id;
  std::string_view role;  // Empty if only two words stand in the brackets.
  std::string_view name;  // As the page has it, with its blanks.
  SourceSpan source;      // Of the line: the brackets and all between.
  bool is_closed;         // Whether there is a closing bracket.
};

struct HeadingLine {
  int level;
  std::size_t begin;  // Of the text, without hashes behind it.
  std::size_t end;
};

std::optional<Label> parse_label(std::string_view line, std::size_t offset);

// The same of a name of two to five words ("Ada Palmer:", "Bo van Oord:"): the first begins with a
// capital or a letter beyond ASCII, and so do the others but for "van", "de" and their like.
std::optional<Label> parse_name_label(std::string_view line, std::size_t offset);

// "[m:ss]" at the line's beginning, or something that begins with a bracket and a digit.
std::optional<Stamp> parse_stamp(std::string_view line);

// "[ID ROLE NAME]" alone on the line.
std::optional<Declaration> parse_declaration(std::string_view line);

// Whether the declaration can only be one, wherever it stands: its role is like "host" or "guest2".
// Others are notes in brackets once somebody has spoken.
bool declares_host_or_guest(const Declaration& declaration);

// "## text" (CommonMark 0.30, section 4.2), however far indented.
std::optional<HeadingLine> parse_heading(std::string_view line);

// Three or more of -, * or _, all alike, and nothing else (CommonMark 0.30, section 4.1).
bool is_thematic_break(std::string_view line);

// "* " at the line's beginning: the offset behind it (CommonMark 0.30, section 5.2). A number
// before an item is spoken and stays.
std::optional<std::size_t> skip_bullet(std::string_view line);

}  // namespace cmos::page
