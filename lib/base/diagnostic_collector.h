// The diagnostics of one page while it is looked at.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cmos/diagnostic.h"
#include "cmos/page.h"

namespace cmos {

// Keeps at most 1000 diagnostics of one rule, the last of which tells how many more there are: a
// hopeless page must not fill the memory.
class DiagnosticCollector {
 public:
  // The page must outlive this object.
  explicit DiagnosticCollector(const Page& page) : page_(page) {}

  // `offset` is the byte in the page that the diagnostic is about. The severity is the rule's.
  void add(std::size_t offset, RuleName rule, std::string message, std::vector<Edit> fix = {});

  // All diagnostics, by their place in the page; those of one place as they were added.
  Diagnostics in_page_order() &&;

 private:
  struct Found {
    std::size_t offset;
    std::size_t number;  // In the order of adding.
    Diagnostic diagnostic;
  };

  const Page& page_;
  std::vector<Found> found_;
  std::map<RuleName, std::size_t> counts_;     // Those not kept are counted too.
  std::map<RuleName, std::size_t> last_kept_;  // In found_, of rules with too many.
};

}  // namespace cmos
