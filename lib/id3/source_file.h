// An MP3 file as the splice sees it: tags at its start, and the rest, which nobody touches.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file_descriptor.h"
#include "cmos/error.h"
#include "id3/tag.h"

namespace cmos {

// A regular file, open for reading. Movable, not copyable; one thread at a time. Rules:
// "not-found", "read-failed".
class SourceFile {
 public:
  static Result<SourceFile> open(const std::filesystem::path& path);

  std::uint64_t size() const { return size_; }
  int descriptor() const { return descriptor_.number(); }
  bool is_same_file(const SourceFile& other) const;

  // Exactly the bytes asked for, which lie inside the file; fewer is an error.
  Result<std::string> read(std::uint64_t offset, std::size_t count) const;

 private:
  SourceFile() = default;

  FileDescriptor descriptor_;
  std::uint64_t size_ = 0;
  std::uint64_t device_ = 0;
  std::uint64_t inode_ = 0;
};

struct LeadingTag {
  std::string bytes;
  Id3Tag tag;
};

// The tags at the file's start, which may be several, each directly behind the other. Rules of
// parse_id3(), and "id3-damaged" for a tag that is larger than the file.
Result<std::vector<LeadingTag>> read_leading_tags(const SourceFile& file);

}  // namespace cmos
