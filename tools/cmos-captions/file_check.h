// Whether the files of a run of `make` get into each other's way.
#pragma once

#include <vector>

#include "cmos/captions.h"
#include "make.h"
#include "plan.h"

namespace cmos {

// Looked at before anything is heard or written: the folders of all outputs are there, no output is
// an input of any page or another output, and -M can write all names. Rules: "usage",
// "write-failed".
Result<void> check_files(Captioner& captioner, const MakeOptions& options,
                         const std::vector<PagePlan>& plans);

}  // namespace cmos
