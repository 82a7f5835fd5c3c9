// How grave the rules are in `check`, and which of them are left out.
#pragma once

#include <map>
#include <set>

#include "cmos/diagnostic.h"

namespace cmos {

struct Severities {
  std::set<RuleName> disabled;
  std::map<RuleName, Severity> changed;
};

// The diagnostics with the severities that they have in `check`, without those that are disabled.
Diagnostics apply_severities(Diagnostics diagnostics, const Severities& severities);

}  // namespace cmos
