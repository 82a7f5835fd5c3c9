// Words that somebody may have meant to be one and the same.
#pragma once

#include <cstddef>
#include <string_view>

namespace cmos {

// The fewest insertions, removals and replacements of single code points, and exchanges of two
// neighbours, that turn one text into the other (optimal string alignment), or `limit` + 1 if it
// takes more than `limit`. Both are UTF-8; time grows with the product of their lengths.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Whether two different texts look like one, misspelt: they differ in case only, or by one edit if
// both have 4 code points or more, by two if both have 8. ASCII letters count as alike in any case.
bool nearly_same(std::string_view a, std::string_view b);

}  // namespace cmos
