// What of the library its users may call.
#pragma once

// Everything else is hidden in the shared library.
#define CMOS_API [[gnu::visibility("default")]]
