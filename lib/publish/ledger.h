// The owner of the day's units: nobody else counts or keeps what was spent.
#pragma once

#include "cmos/error.h"
#include "cmos/publish.h"
#include "publish/ports.h"
#include "publish/state.h"

namespace cmos {

QuotaView quota_of(const UploadState& state, const Clock& clock, int daily_units);

// The day is the quota's (quota.h), by the clock at each call. One thread at a time.
class QuotaLedger {
 public:
  // Begins with what the state file knows. Both outlive this.
  QuotaLedger(const Clock& clock, StateFile& file, int daily_units)
      : clock_(clock), file_(file), daily_(daily_units) {}

  // Before a call, and on disk: the units count whatever becomes of the call and of this run.
  // Errors: those of StateFile::save(); then the call must not be made.
  Result<void> charge(int units);
  // The call has cost so many units less. That this cannot be written is no error: it counts more,
  // never fewer.
  void give_back(int units);
  QuotaView view() const;
  // Below zero where more was spent than the day has.
  int left() const;

 private:
  const Clock& clock_;
  StateFile& file_;
  int daily_;
};

}  // namespace cmos
