// ICU's break iterators over UTF-8.
#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace cmos {

// Byte offsets at which the iterator parts the text, in order; the text's end is the last one. The
// text is valid UTF-8. One thread at a time an iterator.
std::vector<std::size_t> text_breaks(icu::BreakIterator& iterator, std::string_view text);

}  // namespace cmos
