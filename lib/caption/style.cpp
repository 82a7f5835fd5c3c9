#include "cmos/style.h"

#include <algorithm>

namespace cmos {

const Style* find_style(std::string_view name) {
  const auto* const found = std::ranges::find(kStyles, name, &Style::name);
  return found == kStyles.end() ? nullptr : found;
}

Time shortest_for(const Style& style, std::size_t words) {
  return std::max(style.shortest, style.shortest_a_word * static_cast<Time::rep>(words));
}

Time reading_time(const Style& style, std::size_t columns) {
  const auto milliseconds = 1000 * static_cast<Time::rep>(columns);
  return Time((milliseconds + style.column_speed() - 1) / style.column_speed());
}

}  // namespace cmos
