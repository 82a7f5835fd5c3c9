#include "publish/ledger.h"

#include "publish/quota.h"

namespace cmos {

QuotaView quota_of(const UploadState& state, const Clock& clock, int daily_units) {
  return {state.spent.on(quota_day(clock.now())), daily_units};
}

Result<void> QuotaLedger::charge(int units) {
  file_.spend(quota_day(clock_.now()), units);
  return file_.save();
}

void QuotaLedger::give_back(int units) {
  const auto today = quota_day(clock_.now());
  if (file_.state().spent.day != today) return;  // The day that it was charged to is over.
  file_.spend(today, -units);
  (void)file_.save();
}

QuotaView QuotaLedger::view() const {
  return quota_of(file_.state(), clock_, daily_);
}

int QuotaLedger::left() const {
  const auto now = view();
  return now.daily - now.spent;
}

}  // namespace cmos
