// libmicrohttpd as a component (cmos/installation.h).
#pragma once

#include "cmos/installation.h"

namespace cmos {

Component serve_component();

}  // namespace cmos
