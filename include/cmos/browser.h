// The desktop's browser.
#pragma once

#include <string>

#include "cmos/export.h"

namespace cmos {

// Opens an address, or a file by its absolute path, without waiting for the browser. Where there is
// no desktop, or no browser in it, nothing happens.
CMOS_API void open_browser(std::string address);

}  // namespace cmos
