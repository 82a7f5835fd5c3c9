// A page as everything that looks at it needs it: its text, and what diagnostics call it.
#pragma once

#include <string>
#include <utility>

#include "cmos/source_position.h"

namespace cmos {

struct Page {
  Page(std::string page_name, std::string content)
      : name(std::move(page_name)), text(std::move(content)), lines(text) {}

  std::string name;  // As the user named it.
  std::string text;  // Any bytes.
  LineTable lines;   // Of the text.
};

}  // namespace cmos
