#include "base/diagnostic_collector.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace cmos {

namespace {

constexpr std::size_t kMaxOfOneRule = 1000;

}  // namespace

void DiagnosticCollector::add(std::size_t offset, RuleName rule, std::string message,
                              std::vector<Edit> fix) {
  const auto count = ++counts_[rule];
  if (count > kMaxOfOneRule) return;
  if (count == kMaxOfOneRule) last_kept_[rule] = found_.size();
  found_.push_back(
      {offset, found_.size(),
       make_diagnostic(rule, page_.name, std::nullopt, std::move(message), std::move(fix))});
}

Diagnostics DiagnosticCollector::in_page_order() && {
  for (const auto& [rule, index] : last_kept_) {
    const auto more = counts_[rule] - kMaxOfOneRule;
    if (more > 0) found_[index].diagnostic.message += fmt::format(" (and {} more like this)", more);
  }
  std::ranges::sort(found_, [](const Found& a, const Found& b) {
    return std::tie(a.offset, a.number) < std::tie(b.offset, b.number);
  });
  Diagnostics result;
  result.reserve(found_.size());
  for (auto& found : found_) {
    found.diagnostic.position = page_.lines.position(found.offset);
    result.push_back(std::move(found.diagnostic));
  }
  return result;
}

}  // namespace cmos
