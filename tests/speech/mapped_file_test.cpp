#include "speech/mapped_file.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <utility>

#include "support/rule_of.h"
#include "support/temporary_folder.h"

using cmos::MappedFile;

namespace {

constexpr std::size_t kAny = 1000;

}  // namespace

TEST_CASE("a mapped file has the file's bytes, also after a move") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "a") << "first";
  std::ofstream(folder.path() / "b") << "second";
  auto first = MappedFile::open(folder.path() / "a", kAny);
  auto second = MappedFile::open(folder.path() / "b", kAny);
  REQUIRE(first);
  REQUIRE(second);
  const auto bytes = second->bytes();
  CHECK(first->bytes() == "first");
  const MappedFile moved = std::move(*second);
  CHECK(moved.bytes() == "second");
  CHECK(moved.bytes().data() == bytes.data());
  *first = MappedFile::open(folder.path() / "b", kAny).value();
  CHECK(first->bytes() == "second");
}

TEST_CASE("an empty file maps to nothing") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "empty").flush();
  const auto file = MappedFile::open(folder.path() / "empty", kAny);
  REQUIRE(file);
  CHECK(file->bytes().empty());
}

TEST_CASE("what cannot be mapped is an error with its reason") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "five") << "12345";
  CHECK(rule_of(MappedFile::open(folder.path() / "none", kAny)) == "not-found");
  CHECK(rule_of(MappedFile::open(folder.path() / "five" / "x", kAny)) == "not-found");
  CHECK(rule_of(MappedFile::open(folder.path(), kAny)) == "read-failed");
  CHECK(rule_of(MappedFile::open(folder.path() / "five", 4)) == "too-large");
  CHECK(MappedFile::open(folder.path() / "five", 5));
}
