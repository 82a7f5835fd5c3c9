// Findings of one page while it is read.
//
// What only this room uses is in cmos::page, for other rooms have their own words, links and lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace cmos::page {

// Keeps at most 1000 findings of one rule, the last of which tells how many more there are: a
// hopeless page must not fill the memory.
class Findings {
 public:
  // The page must outlive this object.
  Findings(std::string_view page, std::string file);

  // `offset` is the byte in the page that the finding is about.
  void error(std::size_t offset, std::string rule, std::string message);
  void warn(std::size_t offset, std::string rule, std::string message);
  void note(std::size_t offset, std::string rule, std::string message);

  // All findings, by their place in the page; those of one place as they were added.
  Diagnostics in_page_order() &&;

 private:
  void add(Severity severity, std::size_t offset, std::string rule, std::string message);

  struct Found {
    std::size_t offset;
    std::size_t number;  // In the order of adding.
    Diagnostic diagnostic;
  };

  std::string_view page_;
  std::string file_;
  std::vector<Found> found_;
  std::unordered_map<std::string, std::size_t> counts_;  // By rule; those not kept are counted too.
  std::unordered_map<std::string, std::size_t> last_kept_;  // In found_, of rules with too many.
};

}  // namespace cmos::page
