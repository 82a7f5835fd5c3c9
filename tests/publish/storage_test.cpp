#include "publish/storage.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "support/process.h"
#include "support/temporary_folder.h"

using namespace cmos;

namespace {

unsigned mode_of(const std::filesystem::path& path) {
  struct stat status{};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a private file is the user's alone, and so is its folder") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a/b/token.json";
  REQUIRE(write_private_file(file, "one"));
  CHECK(mode_of(file) == 0600);
  CHECK(mode_of(folder.path() / "a/b") == 0700);
  CHECK_FALSE(is_open_to_others(file));
}

TEST_CASE("a private file that others may read is closed when it is written again") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "token.json";
  REQUIRE(write_private_file(file, "one"));
  ::chmod(file.c_str(), 0644);
  CHECK(is_open_to_others(file));
  REQUIRE(write_private_file(file, "two"));
  CHECK(mode_of(file) == 0600);
  CHECK(content_of(file) == "two");
  CHECK_FALSE(is_open_to_others(folder.path() / "missing"));
}
