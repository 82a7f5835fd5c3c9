// What a result failed with.
#pragma once

#include <string>

#include "cmos/error.h"

// The rule of its error; "" if it is none.
template <typename T>
std::string rule_of(const cmos::Result<T>& result) {
  return result ? "" : std::string(result.error().rule.name());
}
