// What can be seen in a page without its sound, beyond what reading it already finds.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "episode/episode.h"

namespace cmos {

// `page` is the text that the episode was read from, `file` the name that diagnostics carry. In
// page order.
Diagnostics check_page(const Episode& episode, std::string_view page, const std::string& file);

// By their places; those without one come first. DiagnosticCollector of one place keep their order.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace cmos
