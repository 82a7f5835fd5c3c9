// Words without what a page dresses them in.
#pragma once

#include <string>
#include <string_view>

namespace cmos {

// The word in lower case (full case folding), from its first to its last letter or digit, with '
// for any apostrophe: "“Don’t," is "don't". Empty if it has neither letter nor digit. Valid UTF-8.
std::string normalised_word(std::string_view word);

}  // namespace cmos
