// What is installed to know how words sound, as components (cmos/installation.h).
#pragma once

#include <vector>

#include "cmos/installation.h"

namespace cmos {

std::vector<Component> speech_components();

}  // namespace cmos
