#include "publish/storage.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "base/atomic_file.h"
#include "base/file_descriptor.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

fs::path folder_from(const char* variable, const char* below_home) {
  // Relative paths in these variables count as none, says the specification.
  const char* value = std::getenv(variable);
  if (value != nullptr && fs::path(value).is_absolute()) return fs::path(value) / "cmos-captions";
  const char* home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? fs::path()
                                          : fs::path(home) / below_home / "cmos-captions";
}

tl::unexpected<Error> failure(const fs::path& path, const std::error_code& code) {
  return tl::unexpected(
      Error{fmt::format("cannot write {}: {}", path.string(), code.message()), "write-failed"});
}

}  // namespace

fs::path config_folder() {
  return folder_from("XDG_CONFIG_HOME", ".config");
}

fs::path state_folder() {
  return folder_from("XDG_STATE_HOME", ".local/state");
}

Result<void> make_private_folder(const fs::path& folder) {
  std::error_code code;
  if (folder.empty())
    return tl::unexpected(Error{"there is no home folder: set HOME", "write-failed"});
  if (fs::is_directory(folder, code)) return {};
  fs::create_directories(folder.parent_path(), code);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return failure(folder, {errno, std::generic_category()});
  return {};
}

Result<void> write_private_file(const fs::path& file, std::string_view bytes) {
  if (auto made = make_private_folder(file.parent_path()); !made) return made;
  auto output = AtomicFile::create(file);
  if (!output) return tl::unexpected(output.error());
  if (auto closed = output->make_private(); !closed) return closed;
  if (auto written = output->write(bytes); !written) return written;
  if (auto committed = output->commit(); !committed) return committed;
  // The file's new name, too, outlives a loss of power; where a folder cannot be synced, the system
  // does that by itself.
  const FileDescriptor folder(
      ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder) (void)::fsync(folder.number());
  return {};
}

bool is_open_to_others(const fs::path& file) {
  struct stat status{};
  return ::stat(file.c_str(), &status) == 0 && (status.st_mode & 077U) != 0;
}

}  // namespace cmos
