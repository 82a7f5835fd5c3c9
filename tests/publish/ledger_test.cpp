#include "publish/ledger.h"

#include <catch2/catch.hpp>

#include "fakes.h"
#include "support/temporary_folder.h"

using namespace cmos;

namespace {

// A minute before midnight in California, winter time.
constexpr std::chrono::sys_seconds kLate =
    std::chrono::sys_days(std::chrono::year(2026) / 1 / 15) + std::chrono::minutes(7 * 60 + 59);

}  // namespace

TEST_CASE("the ledger begins anew at midnight in California, in the midst of a run") {
  const TemporaryFolder folder;
  FakeClock clock;
  clock.time = kLate;
  auto file = StateFile::open(folder.path()).value();
  QuotaLedger ledger(clock, file, 1'000);
  REQUIRE(ledger.charge(450));
  REQUIRE(ledger.charge(400));
  CHECK(ledger.view().spent == 850);
  CHECK(ledger.left() == 150);
  clock.wait(std::chrono::minutes(1));
  CHECK(ledger.view().spent == 0);
  CHECK(ledger.left() == 1'000);
  ledger.give_back(400);  // Of the day before.
  CHECK(ledger.left() == 1'000);
  REQUIRE(ledger.charge(50));
  CHECK(ledger.left() == 950);
  ledger.give_back(49);
  CHECK(ledger.left() == 999);
  clock.time = kLate;  // A clock that was set back: what is left of that day is not known any more.
  CHECK(ledger.view().spent == 0);
}

TEST_CASE("what is spent is there for the next run of the day") {
  const TemporaryFolder folder;
  FakeClock clock;
  {
    auto file = StateFile::open(folder.path()).value();
    QuotaLedger ledger(clock, file, 1'000);
    REQUIRE(ledger.charge(450));
    REQUIRE(ledger.charge(400));
    ledger.give_back(400);
  }
  auto file = StateFile::open(folder.path()).value();
  CHECK(QuotaLedger(clock, file, 1'000).left() == 550);
  CHECK(QuotaLedger(clock, file, 400).left() == -50);
  CHECK(QuotaLedger(clock, file, 400).view().left() == 0);
}
