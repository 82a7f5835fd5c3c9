// Lines and their blanks.
#pragma once

#include <cstddef>
#include <string_view>

namespace cmos::page {

struct Line {
  std::string_view text;   // Without the line's end (LF or CR LF).
  std::size_t offset = 0;  // Of the line in the whole text.
  std::size_t next = 0;    // Of the line after it; the size of the text if this is the last one.
};

// The line that begins at `offset`, which lies in the text.
Line line_at(std::string_view text, std::size_t offset);

// Blanks are spaces, tabs and carriage returns.
std::string_view trim(std::string_view text);
std::string_view trim_end(std::string_view text);
// First offset from `offset` on that holds no blank; the size of the text if there is none.
std::size_t skip_blanks(std::string_view text, std::size_t offset = 0);

}  // namespace cmos::page
