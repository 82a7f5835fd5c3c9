// What was made, beside what was found wrong on the way.
#pragma once

#include "cmos/diagnostic.h"

namespace cmos {

template <typename T>
struct WithDiagnostics {
  T value;
  Diagnostics diagnostics;
};

}  // namespace cmos
