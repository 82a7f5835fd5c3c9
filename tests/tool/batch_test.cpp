#include "batch.h"

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <ostream>
#include <sstream>

#include "progress.h"

namespace {

class CountingBuffer : public std::stringbuf {
 public:
  int flushed = 0;

 private:
  int sync() override {
    ++flushed;
    return std::stringbuf::sync();
  }
};

}  // namespace

TEST_CASE("lines about pages flush no other stream, which another thread may write") {
  CountingBuffer buffer;
  std::ostream out(&buffer);
  std::ostringstream err;
  err.tie(&out);
  const std::array<std::filesystem::path, 3> pages{"a.md", "b.md", "c.md"};
  cmos::Progress progress(err, false, pages.size());
  const auto failed = cmos::run_batch(
      pages, 2,
      [&](std::size_t page, std::ostream& diagnostics) {
        diagnostics << page << '\n';
        return page != 1;
      },
      progress, err);
  CHECK(failed == 1);
  CHECK(err.str() == "0\n1\n2\n");
  CHECK(buffer.flushed == 0);
  CHECK(err.tie() == &out);
}
