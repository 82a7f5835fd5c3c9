// What an output depends on, as make reads it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cmos {

// "a.vtt a.srt: a.md a.mp3", and a rule without a recipe for each input but the first, so that make
// goes on where one has gone (as GCC's -MP). Blanks, "#", "$" and ":" are written as GNU make reads
// them (its manual, 4.3 and 5.1); a name with a line's end cannot be, and is left out.
std::string make_rule(const std::vector<std::filesystem::path>& targets,
                      const std::vector<std::filesystem::path>& inputs);

}  // namespace cmos
