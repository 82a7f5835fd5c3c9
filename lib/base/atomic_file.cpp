#include "base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace cmos {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failure(const fs::path& path, int code) {
  return tl::unexpected(Error{
      fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(code)),
      "write-failed"});
}

fs::path folder_of(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

// A name beside the target that no other file of this or another process has.
fs::path temporary_name(const fs::path& target) {
  static std::atomic<unsigned> counter{0};
  return folder_of(target) /
         fmt::format(".{}.{}.{}.tmp", target.filename().string(), ::getpid(), counter.fetch_add(1));
}

bool cannot_be_nameless(int code) {
  return code == EOPNOTSUPP || code == EISDIR || code == EINVAL;
}

// Through this much memory a copy costs less than copy_file_range(2) wherever the bytes do not keep
// their places within a page, which no tag in front of them lets them do.
constexpr std::size_t kCopyBuffer = std::size_t{1} << 18;

}  // namespace

Result<AtomicFile> AtomicFile::create(const fs::path& target) {
  std::error_code code;
  const auto status = fs::status(target, code);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return tl::unexpected(Error{
        fmt::format("cannot write {}: it is not a regular file", target.string()), "write-failed"});
  }
  AtomicFile file;
  file.target_ = fs::exists(status) ? fs::canonical(target, code) : target;
  if (file.target_.empty()) return failure(target, code.value());

  file.descriptor_ =
      FileDescriptor(::open(folder_of(file.target_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666));
  if (!file.descriptor_ && cannot_be_nameless(errno)) {
    file.temporary_ = temporary_name(file.target_);
    file.descriptor_ = FileDescriptor(
        ::open(file.temporary_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666));
    if (!file.descriptor_) file.temporary_.clear();
  }
  if (!file.descriptor_) return failure(target, errno);
  struct stat old{};
  if (::stat(file.target_.c_str(), &old) == 0 &&
      ::fchmod(file.descriptor_.number(), old.st_mode & 07777) != 0) {
    return failure(target, errno);
  }
  return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::move(other.descriptor_)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  std::swap(target_, other.target_);
  std::swap(temporary_, other.temporary_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<void> AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failure(target_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> AtomicFile::make_private() {
  if (::fchmod(descriptor_.number(), 0600) != 0) return failure(target_, errno);
  return {};
}

Result<void> AtomicFile::copy_from(int source, std::uint64_t offset, std::uint64_t size) {
  std::string buffer(kCopyBuffer, '\0');
  while (size > 0) {
    const auto got = ::pread(source, buffer.data(), std::min<std::uint64_t>(size, buffer.size()),
                             static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      return tl::unexpected(Error{
          fmt::format("cannot write {}: reading its source failed: {}", target_.string(),
                      got == 0 ? "it became shorter" : std::generic_category().message(errno)),
          "write-failed"});
    }
    const auto count = static_cast<std::size_t>(got);
    if (auto written = write({buffer.data(), count}); !written) return written;
    // The disk begins now, so that commit() waits less; a hint, which may fail.
    ::sync_file_range(descriptor_.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
    offset += count;
    size -= count;
  }
  return {};
}

Result<void> AtomicFile::commit() {
  if (::fsync(descriptor_.number()) != 0) return failure(target_, errno);
  if (temporary_.empty()) {
    const auto name = temporary_name(target_);
    const auto nameless = fmt::format("/proc/self/fd/{}", descriptor_.number());
    if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      return failure(target_, errno);
    }
    temporary_ = name;
  }
  if (!descriptor_.close()) return failure(target_, errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failure(target_, errno);
  temporary_.clear();
  return {};
}

Result<Replaced> replace_file(const fs::path& target, std::string_view content) {
  const auto old = read_file(target, content.size());
  if (old && *old == content && ::access(target.c_str(), W_OK) == 0 &&
      ::utimensat(AT_FDCWD, target.c_str(), nullptr, 0) == 0) {
    return Replaced::unchanged;
  }
  auto file = AtomicFile::create(target);
  if (!file) return tl::unexpected(file.error());
  if (const auto result = file->write(content); !result) return tl::unexpected(result.error());
  if (const auto result = file->commit(); !result) return tl::unexpected(result.error());
  return Replaced::written;
}

Result<std::string> read_file(const fs::path& path, std::size_t max_size) {
  std::error_code code;
  const auto status = fs::status(path, code);
  if (!fs::exists(status)) {
    const auto reason = code ? code.message() : std::generic_category().message(ENOENT);
    return tl::unexpected(Error{fmt::format("cannot read it: {}", reason), "not-found"});
  }
  if (!fs::is_regular_file(status)) {
    return tl::unexpected(Error{"cannot read it: it is not a regular file", "read-failed"});
  }
  std::ifstream file(path, std::ios::binary);
  std::string content;
  const auto size = fs::file_size(path, code);
  if (!file || code) {
    return tl::unexpected(Error{
        fmt::format("cannot read it: {}", std::generic_category().message(errno)), "read-failed"});
  }
  if (size > max_size) {
    return tl::unexpected(
        Error{fmt::format("it has {} bytes; at most {} are read", size, max_size), "too-large"});
  }
  content.resize(size);
  file.read(content.data(), static_cast<std::streamsize>(size));
  content.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return tl::unexpected(Error{"reading it failed", "read-failed"});
  return content;
}

}  // namespace cmos
