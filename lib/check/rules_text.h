// The table of rules as people read it.
#pragma once

#include <string>

namespace cmos {

// Markdown; docs/rules.md is this text.
std::string rules_text();

}  // namespace cmos
