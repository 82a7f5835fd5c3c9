#include "media/byte_source.h"

#include <sys/stat.h>

#include <array>
#include <catch2/catch.hpp>
#include <fstream>

#include "support/temporary_folder.h"

using cmos::make_memory_source;
using cmos::open_file_source;

namespace {

std::string read(cmos::ByteSource& source, std::uint64_t offset, std::size_t count) {
  std::string text(count, '\0');
  const auto got = source.read_at(offset, std::as_writable_bytes(std::span(text)));
  REQUIRE(got);
  return text.substr(0, *got);
}

}  // namespace

TEST_CASE("a file and memory give the same bytes from any offset") {
  const TemporaryFolder folder;
  const std::string text = "0123456789";
  std::ofstream(folder.path() / "file") << text;
  const auto file = open_file_source(folder.path() / "file");
  REQUIRE(file);
  const auto memory = make_memory_source(std::as_bytes(std::span(text)));
  for (auto* source : {file->get(), memory.get()}) {
    CHECK(source->size() == 10);
    CHECK(read(*source, 0, 4) == "0123");
    CHECK(read(*source, 7, 100) == "789");
    CHECK(read(*source, 10, 1).empty());
    CHECK(read(*source, 1000, 1).empty());
  }
}

TEST_CASE("a file that is missing or cannot be read is an error that says why") {
  const TemporaryFolder folder;
  const auto missing = open_file_source(folder.path() / "missing.mp3");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().rule.name() == "mp3-missing");
  CHECK(missing.error().message == "cannot read it: No such file or directory");
  const auto is_folder = open_file_source(folder.path());
  REQUIRE_FALSE(is_folder);
  CHECK(is_folder.error().rule.name() == "mp3-unreadable");
}

TEST_CASE("a pipe is refused and not waited for") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const auto pipe = open_file_source(path);
  REQUIRE_FALSE(pipe);
  CHECK(pipe.error().rule.name() == "mp3-unreadable");
}
