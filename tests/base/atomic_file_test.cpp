#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <string>

#include "support/rule_of.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using cmos::AtomicFile;
using cmos::read_file;
using cmos::replace_file;
using cmos::Replaced;

namespace {

constexpr std::size_t kAny = 1000;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file appears with commit and not before") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "out.vtt";
  {
    auto file = AtomicFile::create(target);
    REQUIRE(file);
    REQUIRE(file->write("new"));
    CHECK_FALSE(fs::exists(target));
    REQUIRE(file->commit());
  }
  CHECK(read_file(target, kAny) == "new");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a file that is not committed leaves the old one and nothing else") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "out.vtt";
  REQUIRE(replace_file(target, "old"));
  {
    auto file = AtomicFile::create(target);
    REQUIRE(file);
    REQUIRE(file->write("half"));
  }
  CHECK(read_file(target, kAny) == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("unchanged bytes are not written again but count as made now") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "out.vtt";
  CHECK(replace_file(target, "same") == Replaced::written);
  struct stat before{};
  REQUIRE(::stat(target.c_str(), &before) == 0);
  fs::last_write_time(target, fs::file_time_type::clock::now() - std::chrono::hours(1));
  CHECK(replace_file(target, "same") == Replaced::unchanged);
  struct stat after{};
  REQUIRE(::stat(target.c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
  CHECK(after.st_mtime >= before.st_mtime);
  CHECK(replace_file(target, "other") == Replaced::written);
  CHECK(read_file(target, kAny) == "other");
}

TEST_CASE("permissions and symbolic links survive a replacement") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "real.vtt";
  const auto link = folder.path() / "link.vtt";
  REQUIRE(replace_file(target, "old"));
  fs::permissions(target, fs::perms(0640));
  fs::create_symlink("real.vtt", link);
  REQUIRE(replace_file(link, "new"));
  CHECK(fs::is_symlink(link));
  CHECK(read_file(target, kAny) == "new");
  CHECK(fs::status(target).permissions() == fs::perms(0640));
}

TEST_CASE("targets that cannot be files are refused with the reason") {
  const TemporaryFolder folder;
  const auto in_missing_folder = AtomicFile::create(folder.path() / "missing" / "out.vtt");
  REQUIRE_FALSE(in_missing_folder);
  CHECK(in_missing_folder.error().rule.name() == "write-failed");
  CHECK(in_missing_folder.error().message.find("No such file") != std::string::npos);
  CHECK_FALSE(AtomicFile::create(folder.path()));
  CHECK_FALSE(AtomicFile::create("/dev/full"));
}

TEST_CASE("reading says what is wrong") {
  const TemporaryFolder folder;
  CHECK(rule_of(read_file(folder.path() / "missing", kAny)) == "not-found");
  CHECK(rule_of(read_file(folder.path(), kAny)) == "read-failed");
  std::ofstream(folder.path() / "big") << "12345";
  CHECK(rule_of(read_file(folder.path() / "big", 4)) == "too-large");
}

TEST_CASE("part of another file is appended, and one that became shorter is an error") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "in") << "0123456789";
  const int source = ::open((folder.path() / "in").c_str(), O_RDONLY | O_CLOEXEC);
  auto file = AtomicFile::create(folder.path() / "out");
  REQUIRE(file);
  REQUIRE(file->write("head "));
  REQUIRE(file->copy_from(source, 4, 6));
  CHECK(rule_of(file->copy_from(source, 4, 7)) == "write-failed");
  REQUIRE(file->commit());
  ::close(source);
  CHECK(read_file(folder.path() / "out", kAny) == "head 456789456789");
}
