// What `make` is to do with each page: what the command line asks for, under the page's settings.
#pragma once

#include <filesystem>
#include <vector>

#include "cmos/captions.h"
#include "make.h"

namespace cmos {

struct PagePlan {
  std::filesystem::path page;
  std::vector<Output> outputs;  // A file that is empty: the standard output, or in place.
};

// The plan of every page, or why the command line makes no sense. `settings` are the pages'.
Result<std::vector<PagePlan>> plan_pages(const MakeOptions& options,
                                         const std::vector<Settings>& settings);

}  // namespace cmos
