// What `upload` tells of its plan and of what was done.
#pragma once

#include <iosfwd>

#include "cmos/publish.h"

namespace cmos {

// Who is signed in, one line a page, and one of the units that are to be spent.
void print_plan(std::ostream& out, const UploadPlan& plan);

// One line, once the page is done or left for later.
void print_done(std::ostream& out, const UploadOutcome& outcome);

}  // namespace cmos
