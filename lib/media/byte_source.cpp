#include "media/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/file_descriptor.h"

namespace cmos {

namespace {

tl::unexpected<Error> unreadable(int code) {
  const bool missing = code == ENOENT || code == ENOTDIR;
  return tl::unexpected(
      Error{fmt::format("cannot read it: {}", std::generic_category().message(code)),
            missing ? RuleName("mp3-missing") : RuleName("mp3-unreadable")});
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(FileDescriptor file) : file_(std::move(file)) {}

  Result<void> check() {
    struct stat status{};
    if (::fstat(file_.number(), &status) != 0) return unreadable(errno);
    if (!S_ISREG(status.st_mode)) {
      return tl::unexpected(Error{"cannot read it: it is not a regular file", "mp3-unreadable"});
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
    return {};
  }

  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) override {
    const auto count = uninterrupted([&] {
      return ::pread(file_.number(), buffer.data(), buffer.size(), static_cast<off_t>(offset));
    });
    if (count < 0) return unreadable(errno);
    return static_cast<std::size_t>(count);
  }

  std::uint64_t size() const override { return size_; }

 private:
  FileDescriptor file_;
  std::uint64_t size_ = 0;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::span<const std::byte> bytes) : bytes_(bytes) {}

  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) override {
    if (offset >= bytes_.size()) return std::size_t{0};
    const auto rest = bytes_.subspan(static_cast<std::size_t>(offset));
    const auto count = std::min(rest.size(), buffer.size());
    std::copy_n(rest.begin(), count, buffer.begin());
    return count;
  }

  std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace

Result<std::size_t> read_fully(ByteSource& source, std::uint64_t offset,
                               std::span<std::byte> buffer) {
  std::size_t total = 0;
  while (total < buffer.size()) {
    const auto count = source.read_at(offset + total, buffer.subspan(total));
    if (!count) return count;
    if (*count == 0) break;
    total += *count;
  }
  return total;
}

Result<std::unique_ptr<ByteSource>> open_file_source(const std::filesystem::path& path) {
  // Without O_NONBLOCK, opening a pipe would wait for its writer.
  FileDescriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file) return unreadable(errno);
  auto source = std::make_unique<FileSource>(std::move(file));
  if (auto checked = source->check(); !checked) return tl::unexpected(checked.error());
  return source;
}

std::unique_ptr<ByteSource> make_memory_source(std::span<const std::byte> bytes) {
  return std::make_unique<MemorySource>(bytes);
}

}  // namespace cmos
