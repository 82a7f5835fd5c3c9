#include "cmos/source_position.h"

#include <algorithm>
#include <iterator>

namespace cmos {

bool lies_in(std::span<const SourceSpan> spans, std::size_t offset) {
  const auto behind = std::ranges::upper_bound(spans, offset, {}, &SourceSpan::begin);
  return behind != spans.begin() && offset < std::prev(behind)->end;
}

LineTable::LineTable(std::string_view text) : line_starts_{0}, size_(text.size()) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_starts_.push_back(i + 1);
  }
}

SourcePosition LineTable::position(std::size_t offset) const {
  offset = std::min(offset, size_);
  const auto next = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<std::size_t>(next - line_starts_.begin());
  return {static_cast<std::uint32_t>(line),
          static_cast<std::uint32_t>(offset - line_starts_[line - 1] + 1)};
}

}  // namespace cmos
