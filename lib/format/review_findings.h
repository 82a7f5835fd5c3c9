// What a reviewer is to look at. Inside lib/format only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmos/rule.h"
#include "cmos/time.h"
#include "format/review.h"

namespace cmos {

struct ReviewFinding {
  Severity severity;
  std::string message;  // One line.
  std::string rule;     // Empty: words of which it is doubtful that they lie where they are said.
  std::optional<Interval> time;
};

// Errors, warnings, doubtful words (those with the most that may be wrong first), notes; among
// alike ones in the order of the page.
std::vector<ReviewFinding> review_findings(const ReviewContent& content);

}  // namespace cmos
