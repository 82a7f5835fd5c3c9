// What is wrong with a page, for those who look at it beside its captions.
#pragma once

#include "cmos/captioner.h"
#include "cmos/diagnostic.h"

namespace cmos {

// Everything that `check` would say of this page alone and of its sound, in the order of its
// places, with the severities of its configuration.
Diagnostics page_findings(const TimedPage& timed);

}  // namespace cmos
