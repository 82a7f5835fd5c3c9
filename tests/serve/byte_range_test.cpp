// Pieces of a file that browsers ask for. Expected values: RFC 9110, section 14.1.2.
#include "serve/byte_range.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace {

struct Asked {
  std::string header;
  std::uint64_t begin;
  std::uint64_t length;
};

}  // namespace

TEST_CASE("one range is given as far as the file goes") {
  const std::vector<Asked> cases{
      {"bytes=0-499", 0, 500},
      {"bytes=500-999", 500, 500},
      {"bytes=-500", 9500, 500},
      {"bytes=9500-", 9500, 500},
      {"bytes=0-0", 0, 1},
      {"bytes=-1", 9999, 1},
      {"bytes=-20000", 0, 10000},
      {"bytes=9999-99999999999999999999999", 9999, 1},
      {"bytes=10000-", 0, 0},
      {"bytes=-0", 10000, 0},
      {"bytes=99999999999999999999999-", 0, 0},
  };
  for (const auto& [header, begin, length] : cases) {
    CAPTURE(header);
    const auto range = cmos::asked_range(header, 10000);
    REQUIRE(range);
    CHECK(range->begin == begin);
    CHECK(range->length == length);
  }
}

TEST_CASE("what is no single range asks for the whole") {
  for (const auto* const header :
       {"", "bytes", "bytes=", "bytes=-", "bytes=1", "bytes=a-b", "bytes=5-4", "bytes=1-2,4-5",
        "bytes=-1-2", "bytes= 1-2", "bytes=+1-2", "items=1-2", "-5"}) {
    CAPTURE(header);
    CHECK_FALSE(cmos::asked_range(header, 10000));
  }
}

TEST_CASE("no header asks for anything outside the file") {
  rc::prop("begin and length lie within the size", [] {
    const auto number = rc::gen::container<std::string>(rc::gen::inRange('0', ':'));
    const auto header = "bytes=" + *number + "-" + *number;
    const auto size = *rc::gen::inRange<std::uint64_t>(1, 1000);
    const auto range = cmos::asked_range(header, size);
    RC_PRE(range.has_value());
    RC_ASSERT(range->begin <= size);
    RC_ASSERT(range->length <= size - range->begin);
  });
}
