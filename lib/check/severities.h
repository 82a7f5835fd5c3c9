// How grave the rules are in `check`, and which of them are left out.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/diagnostic.h"

namespace cmos {

// Names of rules (base/rules.h).
struct Severities {
  std::set<std::string> disabled;
  std::map<std::string, Severity> changed;
};

// The diagnostics with the severities that they have in `check`, without those that are disabled.
Diagnostics judge(Diagnostics diagnostics, const Severities& severities);

}  // namespace cmos
