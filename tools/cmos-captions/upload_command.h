// `cmos-captions upload PAGE...`: captions onto YouTube.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

struct UploadCommand {
  std::vector<std::filesystem::path> pages;
  Settings settings;
  UploadRequest request;
  UploadSettings upload;
  bool dry_run = false;
  bool offline = false;
  bool yes = false;
  bool json = false;
  bool quiet = false;
  SignInOptions login;
};

// Returns the exit code. Plan and results go to `out`, diagnostics and questions to `err`; answers
// come from `in`, which is asked only if it is a terminal.
int run_upload(const UploadCommand& command, std::istream& in, std::ostream& out,
               std::ostream& err);

}  // namespace cmos
