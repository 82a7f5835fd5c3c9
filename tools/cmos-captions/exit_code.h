// What the program tells its caller.
#pragma once

#include <array>
#include <string_view>

#include "cmos/rule.h"

namespace cmos {

constexpr int kSuccess = 0;
constexpr int kPageFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kSomeFailed = 3;

// Of login, logout and upload. Of several failures the first one counts.
constexpr int kNotSignedIn = 10;
constexpr int kQuotaSpent = 11;
constexpr int kConflict = 12;
constexpr int kNoService = 13;
constexpr int kRefused = 14;

struct ExitCode {
  int code;
  std::string_view meaning;
};

inline constexpr std::array kExitCodes{
    ExitCode{kSuccess, "All that was asked for was written, perhaps with warnings."},
    ExitCode{kPageFailed,
             "The page gave no output, whatever the cause; `check` found an error; captions cannot "
             "be made here, says `doctor`."},
    ExitCode{kWrongUse, "The command line or the configuration makes no sense."},
    ExitCode{kSomeFailed, "Of several pages at least one failed; the others are done."},
    ExitCode{kNotSignedIn, "Nobody is signed in to YouTube, or not any more."},
    ExitCode{kQuotaSpent, "The day's units do not reach; another day's will."},
    ExitCode{kConflict, "YouTube has something else than this run may change."},
    ExitCode{kNoService, "The service cannot be reached, safely or at all."},
    ExitCode{kRefused, "The service refuses, or cannot use what it got."},
};

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
