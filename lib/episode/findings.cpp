#include "episode/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace cmos::page {

namespace {

constexpr std::size_t kMaxOfOneRule = 1000;

}  // namespace

Findings::Findings(std::string_view page, std::string file) : page_(page), file_(std::move(file)) {}

void Findings::error(std::size_t offset, std::string rule, std::string message) {
  add(Severity::error, offset, std::move(rule), std::move(message));
}

void Findings::warn(std::size_t offset, std::string rule, std::string message) {
  add(Severity::warning, offset, std::move(rule), std::move(message));
}

void Findings::note(std::size_t offset, std::string rule, std::string message) {
  add(Severity::note, offset, std::move(rule), std::move(message));
}

void Findings::add(Severity severity, std::size_t offset, std::string rule, std::string message) {
  const auto count = ++counts_[rule];
  if (count > kMaxOfOneRule) return;
  if (count == kMaxOfOneRule) last_kept_[rule] = found_.size();
  found_.push_back({offset,
                    found_.size(),
                    {severity, file_, std::nullopt, std::move(message), std::move(rule)}});
}

Diagnostics Findings::in_page_order() && {
  for (const auto& [rule, index] : last_kept_) {
    const auto more = counts_[rule] - kMaxOfOneRule;
    if (more > 0) found_[index].diagnostic.message += fmt::format(" (and {} more like this)", more);
  }
  std::ranges::sort(found_, [](const Found& a, const Found& b) {
    return std::tie(a.offset, a.number) < std::tie(b.offset, b.number);
  });
  Diagnostics result;
  if (found_.empty()) return result;
  const LineTable lines(page_);
  result.reserve(found_.size());
  for (auto& found : found_) {
    found.diagnostic.position = lines.position(found.offset);
    result.push_back(std::move(found.diagnostic));
  }
  return result;
}

}  // namespace cmos::page
