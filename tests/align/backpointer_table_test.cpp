#include "align/backpointer_table.h"

#include <catch2/catch.hpp>

using namespace cmos;

TEST_CASE("A path is traced from its first step to its last, past what was collected") {
  BackpointerTable history;
  std::uint32_t kept = history.add(BackpointerTable::kNone, 1, 0, 0);
  for (std::uint32_t i = 1; i < 1000; ++i) {
    kept = history.add(kept, i + 1, i, static_cast<std::int32_t>(3 * i));
    history.add(kept, 9999, i, 0);  // Leads nowhere.
    if (i % 100 == 0) {
      std::uint32_t none = BackpointerTable::kNone;
      std::uint32_t* const alive[] = {&kept, &none};
      history.collect(alive);
      CHECK(none == BackpointerTable::kNone);
      CHECK(kept == i);
    }
  }
  const auto path = history.trace(kept, 3000);
  REQUIRE(path.size() == 1000);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    CHECK(path[i].node == i + 1);
    CHECK(path[i].first_frame == i);
    CHECK(path[i].acoustic_score == 3);
  }
}
