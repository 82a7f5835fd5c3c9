// The owner of the day's units: nobody else counts or keeps what was spent.
#pragma once

#include "base/error.h"
#include "publish/ports.h"
#include "publish/state.h"

namespace cmos {

// What is known of the units at one moment.
struct QuotaView {
  int spent = 0;  // Today, by this program on this machine.
  int daily = 0;

  int left() const { return daily > spent ? daily - spent : 0; }
};

QuotaView quota_of(const UploadState& state, const Clock& clock, int daily_units);

// The day is the quota's (quota.h), by the clock at each call. One thread at a time.
class QuotaLedger {
 public:
  // Begins with what the state file knows. Both outlive this.
  QuotaLedger(const Clock& clock, StateFile& file, int daily_units)
      : clock_(clock), file_(file), daily_(daily_units) {}

  void charge(int units);
  QuotaView view() const;
  // Below zero where more was spent than the day has.
  int left() const;

  // Writes what was charged to the state file.
  Result<void> save() const { return file_.save(); }

 private:
  const Clock& clock_;
  StateFile& file_;
  int daily_;
};

}  // namespace cmos
