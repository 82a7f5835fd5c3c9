// Podcasting 2.0's HTML: <cite>Ann:</cite> <time>0:01</time> <p>text</p>.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// The file from `begin` on. Tags are read one by one, so that no fault of the nesting matters.
// Where nobody is cited, the paragraphs are read as one voice's.
Draft read_html(std::string_view file, std::size_t begin);

}  // namespace cmos::transcript
