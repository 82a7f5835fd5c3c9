// From the bytes of a file to text that can be read as a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic_collector.h"

namespace cmos::page {

// The page as valid UTF-8 without NUL, every byte at its old offset: what is not UTF-8 is replaced
// by question marks, byte by byte, with an error. Nothing (and an error) if the page is too large,
// empty or binary.
std::optional<std::string> readable_page(std::string_view page, DiagnosticCollector& diagnostics);

// Offset of the first byte behind a byte order mark.
std::size_t skip_byte_order_mark(std::string_view page);

}  // namespace cmos::page
