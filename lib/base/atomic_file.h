// Files that are replaced whole or not at all: a reader, a full disk or a kill never leaves half of
// one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/file_descriptor.h"
#include "cmos/error.h"

namespace cmos {

// A file being written in the target's folder without a name (or, where the file system cannot do
// that, under a hidden temporary one that the destructor removes). Nothing of it is visible until
// commit(). Movable, not copyable; one thread at a time. Errors carry the rule "write-failed" and
// the system's reason.
class AtomicFile {
 public:
  // Symbolic links are followed, so that the link stays and its target is replaced or made. Of a
  // target that exists the permissions are kept, and as far as the system allows its owner and
  // group. One that is read-only or no regular file is an error.
  static Result<AtomicFile> create(const std::filesystem::path& target);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  Result<void> write(std::string_view bytes);

  // Nobody but the owner may read or write the file (mode 0600), whatever the target's permissions.
  Result<void> make_private();

  // Appends that many bytes of another open file from the given offset on. A source that ends
  // earlier is an error.
  Result<void> copy_from(int source, std::uint64_t offset, std::uint64_t size);

  // Flushes to disk and takes the target's place. To be called once, at the end.
  Result<void> commit();

 private:
  AtomicFile() = default;

  // In the target's folder.
  Result<void> open();

  std::filesystem::path target_;
  std::filesystem::path temporary_;  // Empty while the file has no name.
  FileDescriptor descriptor_;
};

enum class Replaced { written, unchanged };

// Replaces the file's content. If the bytes are already there, only the modification time is set to
// now, so that `make` sees an up-to-date target and nothing downstream is rewritten.
Result<Replaced> replace_file(const std::filesystem::path& target, std::string_view content);

// The whole content of a regular file of at most max_size bytes. Rules: "not-found", "read-failed",
// "too-large".
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_size);

}  // namespace cmos
