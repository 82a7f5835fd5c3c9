// The configurations of the pages of a command line.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <vector>

#include "config/config.h"

namespace cmos {

// The configuration of each page, in their order; an empty one for a page without. Nothing if one
// of them cannot be used, which is wrong use and is reported.
std::optional<std::vector<Config>> read_page_configs(
    const std::vector<std::filesystem::path>& pages, std::ostream& err);

}  // namespace cmos
