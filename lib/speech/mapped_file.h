// Read-only files as memory, without reading what is not looked at.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "cmos/error.h"

namespace cmos {

// A regular file mapped into memory. Movable; bytes() stays valid, also across moves, until the
// object is destroyed. Reading from several threads is safe. A file that another process shortens
// meanwhile ends this one (SIGBUS): map only installed files.
class MappedFile {
 public:
  // Rules: "not-found", "read-failed" (not a regular file, no permission), "too-large". An empty
  // file is no error.
  static Result<MappedFile> open(const std::filesystem::path& path, std::size_t max_size);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace cmos
