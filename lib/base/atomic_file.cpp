#include "base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/file_identity.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failure(const fs::path& path, std::string_view reason) {
  return tl::unexpected(
      Error{fmt::format("cannot write {}: {}", path.string(), reason), "write-failed"});
}

tl::unexpected<Error> failure(const fs::path& path, int code) {
  return failure(path, std::generic_category().message(code));
}

tl::unexpected<Error> unreadable(int code) {
  const bool missing = code == ENOENT || code == ENOTDIR;
  return tl::unexpected(
      Error{fmt::format("cannot read it: {}", std::generic_category().message(code)),
            missing ? RuleName("not-found") : RuleName("read-failed")});
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

constexpr mode_t kWritable = S_IWUSR | S_IWGRP | S_IWOTH;

// Only root may give a file away, and others a group of their own. The mode comes last: a new owner
// takes some of its bits.
bool keep_owner_and_mode(int file, const struct stat& old) {
  if (::fchown(file, old.st_uid, old.st_gid) != 0) {
    [[maybe_unused]] const int ignored = ::fchown(file, static_cast<uid_t>(-1), old.st_gid);
  }
  return ::fchmod(file, old.st_mode & 07777) == 0;
}

// Through this much memory a copy costs less than copy_file_range(2) wherever the bytes do not keep
// their places within a page, which no tag in front of them lets them do.
constexpr std::size_t kCopyBuffer = std::size_t{1} << 18;

}  // namespace

Result<AtomicFile> AtomicFile::create(const fs::path& target) {
  AtomicFile file;
  file.target_ = follow_links(target);
  struct stat old{};
  const bool is_there = ::lstat(file.target_.c_str(), &old) == 0;
  if (!is_there && errno != ENOENT) return failure(target, errno);
  if (is_there && S_ISLNK(old.st_mode)) return failure(target, ELOOP);
  if (is_there && !S_ISREG(old.st_mode)) return failure(target, "it is not a regular file");
  if (is_there && (old.st_mode & kWritable) == 0) return failure(target, "it is read-only");
  if (is_there && ::access(file.target_.c_str(), W_OK) != 0) return failure(target, errno);
  if (const auto opened = file.open(); !opened) return tl::unexpected(opened.error());
  if (is_there && !keep_owner_and_mode(file.descriptor_.number(), old)) {
    return failure(target, errno);
  }
  return file;
}

Result<void> AtomicFile::open() {
  const auto open_file = [](const fs::path& path, int flags) {
    return FileDescriptor(
        uninterrupted([&] { return ::open(path.c_str(), flags | O_RDWR | O_CLOEXEC, 0666); }));
  };
  descriptor_ = open_file(folder_of(target_), O_TMPFILE);
  if (!descriptor_ && cannot_be_nameless(errno)) {
    auto name = temporary_name(target_);
    descriptor_ = open_file(name, O_CREAT | O_EXCL);
    if (descriptor_) temporary_ = std::move(name);
  }
  if (!descriptor_) return failure(target_, errno);
  return {};
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
    const auto written =
        uninterrupted([&] { return ::write(descriptor_.number(), bytes.data(), bytes.size()); });
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
    const auto got = uninterrupted([&] {
      return ::pread(source, buffer.data(), std::min<std::uint64_t>(size, buffer.size()),
                     static_cast<off_t>(offset));
    });
    if (got <= 0) {
      return failure(target_, fmt::format("reading its source failed: {}",
                                          got == 0 ? "it became shorter"
                                                   : std::generic_category().message(errno)));
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
  if (uninterrupted([&] { return ::fsync(descriptor_.number()); }) != 0) {
    return failure(target_, errno);
  }
  if (temporary_.empty()) {
    auto name = temporary_name(target_);
    const auto nameless = fmt::format("/proc/self/fd/{}", descriptor_.number());
    if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      return failure(target_, errno);
    }
    temporary_ = std::move(name);  // Without asking for memory: the file has its name now.
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
  // Without O_NONBLOCK, opening a pipe would wait for its writer.
  const FileDescriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file) return unreadable(errno);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return unreadable(errno);
  if (!S_ISREG(status.st_mode)) {
    return tl::unexpected(Error{"cannot read it: it is not a regular file", "read-failed"});
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_size) {
    return tl::unexpected(
        Error{fmt::format("it has {} bytes; at most {} are read", size, max_size), "too-large"});
  }
  std::string content(size, '\0');
  std::size_t total = 0;
  while (total < size) {
    const auto got =
        uninterrupted([&] { return ::read(file.number(), content.data() + total, size - total); });
    if (got < 0) return unreadable(errno);
    if (got == 0) {
      return tl::unexpected(Error{"cannot read it: it became shorter", "read-failed"});
    }
    total += static_cast<std::size_t>(got);
  }
  return content;
}

}  // namespace cmos
