// Edits that fix a page, and what they change as people read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace cmos {

// The page with the edits made; every byte outside them is kept. Of two that
// begin at one place the later one in the list counts; one that begins inside another is left out.
std::string apply_edits(std::string_view page, std::vector<Edit> edits);

// The changed lines with three lines around them, as `diff -u` and `patch` have them; empty if
// nothing changed. Both texts have the same number of lines. `name` stands in the front_matter.
std::string unified_diff(std::string_view before, std::string_view after, std::string_view name);

}  // namespace cmos
