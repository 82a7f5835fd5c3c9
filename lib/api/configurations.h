// The configurations of pages, each read once.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

#include "cmos/settings.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Safe to share between threads.
class Configurations {
 public:
  // The page's nearest one; an empty one where there is none. Nothing if it cannot be used.
  WithDiagnostics<std::optional<Settings>> find(const std::filesystem::path& page);

 private:
  std::mutex mutex_;
  std::map<std::filesystem::path, WithDiagnostics<std::optional<Settings>>> known_;  // By file.
};

// What is asked for, and where that leaves something open, what the configuration says.
Settings completed(Settings asked, const Settings& configured);

}  // namespace cmos
