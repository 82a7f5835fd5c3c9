#include "speech/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/file_descriptor.h"

namespace cmos {

namespace {

tl::unexpected<Error> failure(const std::string& reason, RuleName rule) {
  return tl::unexpected(Error{fmt::format("cannot read it: {}", reason), rule});
}

tl::unexpected<Error> system_failure() {
  const int code = errno;
  return failure(std::generic_category().message(code), code == ENOENT || code == ENOTDIR
                                                            ? RuleName("not-found")
                                                            : RuleName("read-failed"));
}

Result<std::string_view> map(int descriptor, std::size_t max_size) {
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0) return system_failure();
  if (!S_ISREG(status.st_mode)) return failure("it is not a regular file", "read-failed");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_size) {
    return failure(fmt::format("it has {} bytes; at most {} are read", size, max_size),
                   "too-large");
  }
  if (size == 0) return std::string_view();
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  if (bytes == MAP_FAILED) return system_failure();
  return std::string_view(static_cast<const char*>(bytes), size);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path, std::size_t max_size) {
  const FileDescriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file) return system_failure();
  const auto bytes = map(file.number(), max_size);
  if (!bytes) return tl::unexpected(bytes.error());
  return MappedFile(*bytes);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  // munmap wants the address without const; nothing is written through it.
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace cmos
