#include "caption/costs.h"

#include <cstddef>

namespace cmos {

namespace {

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kLineEndCosts.size(); ++i) {
    if (kLineEndCosts[i].end != static_cast<LineEnd>(i)) return false;
  }
  return true;
}
static_assert(is_in_order(), "the table is looked up by its index");

}  // namespace

const LineEndCost& cost_of(LineEnd end) {
  return kLineEndCosts[static_cast<std::size_t>(end)];
}

}  // namespace cmos
