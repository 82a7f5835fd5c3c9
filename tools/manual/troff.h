// Text for man pages.
#pragma once

#include <string>
#include <string_view>

namespace cmos {

// Markdown as the body of a man page: its headings become sections, its tables lists of their rows,
// links to other files of the documentation their text.
std::string troff_of_document(std::string markdown);

// One line of Markdown within other text.
std::string troff(std::string_view markdown);

// An entry of a list: what is named, and what is said of it.
std::string troff_entry(std::string_view names, std::string_view text);

}  // namespace cmos
