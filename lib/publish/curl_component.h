// libcurl as a component (cmos/installation.h).
#pragma once

#include "cmos/installation.h"

namespace cmos {

Component curl_component();

}  // namespace cmos
