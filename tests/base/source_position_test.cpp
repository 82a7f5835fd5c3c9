#include "cmos/source_position.h"

#include <catch2/catch.hpp>

using cmos::LineTable;
using cmos::SourcePosition;

TEST_CASE("offsets become lines and columns that count from one") {
  const LineTable table("ab\r\n\ncd");
  CHECK(table.position(0) == SourcePosition{1, 1});
  CHECK(table.position(2) == SourcePosition{1, 3});
  CHECK(table.position(4) == SourcePosition{2, 1});
  CHECK(table.position(6) == SourcePosition{3, 2});
  CHECK(table.position(7) == SourcePosition{3, 3});
  CHECK(table.position(99) == SourcePosition{3, 3});
  CHECK(LineTable("").position(0) == SourcePosition{1, 1});
}
