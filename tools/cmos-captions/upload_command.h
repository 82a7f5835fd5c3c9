// `cmos-captions upload PAGE...`: captions onto YouTube.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cmos/captions.h"
#include "publish/uploader.h"
#include "sign_in_command.h"

namespace cmos {

struct UploadCommand {
  std::vector<std::filesystem::path> pages;
  Settings settings;
  std::string language;  // Empty: the page's.
  std::string name;
  bool description_chapters = false;
  std::optional<Time> offset;  // Empty: the page's, if it has one.
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
