#include "base/file_identity.h"

#include <sys/stat.h>

#include <system_error>
#include <utility>

namespace cmos {

namespace {

namespace fs = std::filesystem;

// Linux follows no more than these (path_resolution(7)).
constexpr int kMostLinks = 40;

}  // namespace

fs::path follow_links(fs::path name) {
  std::error_code code;
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(name, code)); ++i) {
    const auto target = fs::read_symlink(name, code);
    if (code) break;
    name = name.parent_path() / target;
  }
  return name;
}

FileIdentity identity_of(const fs::path& name) {
  struct stat status{};
  if (::stat(name.c_str(), &status) == 0) return {status.st_dev, status.st_ino, {}};
  std::error_code code;
  const auto file = fs::absolute(follow_links(name), code);
  auto path = fs::weakly_canonical(file, code);
  return {0, 0, code ? file.lexically_normal() : std::move(path)};
}

}  // namespace cmos
