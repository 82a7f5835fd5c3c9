// Diagnostics for editors and other programs.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace cmos {

// docs/formats.md, "findings JSON".
std::string write_diagnostics_json(const Diagnostics& diagnostics);

}  // namespace cmos
