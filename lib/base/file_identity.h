// Which file a name means: through links, "..", and other spellings of a path.
#pragma once

#include <sys/types.h>

#include <compare>
#include <filesystem>

namespace cmos {

// The end of the chain of symbolic links that the name begins, also where nothing is there yet. A
// chain without an end stays a link.
std::filesystem::path follow_links(std::filesystem::path name);

// Equal for two names of one file. A file that exists is its device and inode; one that does not
// yet, or cannot be looked at, its path without links.
struct FileIdentity {
  dev_t device = 0;
  ino_t inode = 0;
  std::filesystem::path path;  // Empty where the file exists.

  friend auto operator<=>(const FileIdentity&, const FileIdentity&) = default;
};

FileIdentity identity_of(const std::filesystem::path& name);

}  // namespace cmos
