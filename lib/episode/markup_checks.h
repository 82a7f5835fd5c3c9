// Slips in the page's markup that can be seen without understanding the page.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"

namespace cmos::page {

// Looks at all of the page from `begin` on but its code (in page order), comments included, for
// what is commented out today may come back tomorrow: closing tags that HTML does not know and that
// close nothing, and addresses such as http://www.http://example.com/.
void check_markup(std::string_view page, std::size_t begin, const std::vector<SourceSpan>& code,
                  DiagnosticCollector& diagnostics);

}  // namespace cmos::page
