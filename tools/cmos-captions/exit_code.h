// What the program tells its caller.
#pragma once

#include "cmos/rule.h"

namespace cmos {

constexpr int kSuccess = 0;     // All that was asked for was written, perhaps with warnings.
constexpr int kPageFailed = 1;  // The page gave no output, whatever the cause.
constexpr int kWrongUse = 2;    // The command line makes no sense.
constexpr int kSomeFailed = 3;  // Of several pages at least one failed; the others are done.

// Of login, logout and upload. Of several failures the first one counts.
constexpr int kNotSignedIn = 10;  // Nobody is signed in, or not any more.
constexpr int kQuotaSpent = 11;   // The day's units do not reach; another day's will.
constexpr int kConflict = 12;     // YouTube has something else than this run may change.
constexpr int kNoService = 13;    // The service cannot be reached, safely or at all.
constexpr int kRefused = 14;      // The service refuses, or cannot use what it got.

constexpr int exit_code_of(Failure failure) {
  switch (failure) {
    case Failure::page:
      break;
    case Failure::usage:
      return kWrongUse;
    case Failure::not_signed_in:
      return kNotSignedIn;
    case Failure::quota_spent:
      return kQuotaSpent;
    case Failure::conflict:
      return kConflict;
    case Failure::no_service:
      return kNoService;
    case Failure::refused:
      return kRefused;
  }
  return kPageFailed;
}

}  // namespace cmos
