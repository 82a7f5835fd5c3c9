#include "config/find_config.h"

#include <system_error>

namespace cmos {

namespace fs = std::filesystem;

std::vector<fs::path> folders_up(const fs::path& folder, const fs::path& home) {
  std::error_code ignored;
  const auto absolute = [&](const fs::path& path) {
    return (fs::absolute(path, ignored) / "").lexically_normal().parent_path();
  };
  const auto start = absolute(folder.empty() ? "." : folder);
  const auto stop = home.empty() ? fs::path() : absolute(home);
  std::vector<fs::path> folders;
  for (auto at = start; at != at.root_path(); at = at.parent_path()) {
    folders.push_back(at);
    if (at == stop || fs::exists(at / ".git", ignored)) return folders;
  }
  return {start};
}

// What cannot be looked at counts as there, so that reading it tells why.
std::optional<fs::path> find_config(const fs::path& page, const fs::path& home) {
  std::error_code code;
  for (const auto& folder : folders_up(page.parent_path(), home)) {
    auto file = folder / kConfigFile;
    if (fs::status(file, code).type() != fs::file_type::not_found) return file;
  }
  return std::nullopt;
}

}  // namespace cmos
