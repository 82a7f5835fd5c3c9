#include "id3/source_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace cmos {

namespace {

tl::unexpected<Error> unreadable(int code) {
  return tl::unexpected(
      Error{fmt::format("cannot read it: {}", std::generic_category().message(code)),
            code == ENOENT ? RuleName("not-found") : RuleName("read-failed")});
}

}  // namespace

Result<SourceFile> SourceFile::open(const std::filesystem::path& path) {
  SourceFile file;
  // A pipe would wait for a writer without O_NONBLOCK.
  file.descriptor_ = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status{};
  if (!file.descriptor_ || ::fstat(file.descriptor(), &status) != 0) return unreadable(errno);
  if (!S_ISREG(status.st_mode)) {
    return tl::unexpected(Error{"cannot read it: it is not a regular file", "read-failed"});
  }
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  file.device_ = status.st_dev;
  file.inode_ = status.st_ino;
  return file;
}

bool SourceFile::is_same_file(const SourceFile& other) const {
  return device_ == other.device_ && inode_ == other.inode_;
}

Result<std::string> SourceFile::read(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  std::size_t filled = 0;
  while (filled < count) {
    const auto got = ::pread(descriptor(), bytes.data() + filled, count - filled,
                             static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(errno);
    if (got == 0) return tl::unexpected(Error{"it became shorter while read", "read-failed"});
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

Result<std::vector<LeadingTag>> read_leading_tags(const SourceFile& file) {
  std::vector<LeadingTag> tags;
  std::uint64_t offset = 0;
  while (true) {
    const auto rest = file.size() - offset;
    const auto start = file.read(offset, std::min<std::uint64_t>(rest, kId3HeaderSize));
    if (!start) return tl::unexpected(start.error());
    const auto size = id3_size(*start);
    if (!size) return tl::unexpected(size.error());
    if (!*size) return tags;
    if (**size > rest) {
      return tl::unexpected(
          Error{fmt::format("the ID3 tag says that it has {} bytes, but the file ends after {}",
                            **size, rest),
                "id3-damaged"});
    }
    auto bytes = file.read(offset, **size);
    if (!bytes) return tl::unexpected(bytes.error());
    auto tag = parse_id3(*bytes);
    if (!tag) return tl::unexpected(tag.error());
    offset += **size;
    tags.push_back({std::move(*bytes), std::move(*tag)});
  }
}

}  // namespace cmos
