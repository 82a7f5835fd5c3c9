// What the program tells its caller.
#pragma once

namespace cmos {

constexpr int kSuccess = 0;     // All that was asked for was written, perhaps with warnings.
constexpr int kPageFailed = 1;  // The page gave no output, whatever the cause.
constexpr int kWrongUse = 2;    // The command line makes no sense.
constexpr int kSomeFailed = 3;  // Of several pages at least one failed; the others are done.

}  // namespace cmos
