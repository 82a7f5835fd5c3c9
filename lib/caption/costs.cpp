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

constexpr bool traits_are_in_order() {
  for (std::size_t i = 0; i < kTraitCosts.size(); ++i) {
    if (kTraitCosts[i].trait != static_cast<LineEndTrait>(i)) return false;
  }
  return true;
}
static_assert(traits_are_in_order(), "the table is looked up by its index");

}  // namespace

const LineEndCost& cost_of(LineEnd end) {
  return kLineEndCosts[static_cast<std::size_t>(end)];
}

EndCost cost_of(LineEnd end, const LineEndTraits& traits) {
  const auto& kind = cost_of(end);
  EndCost cost{kind.cue, kind.line};
  if (end == LineEnd::sentence_end) return cost;
  for (const auto& row : kTraitCosts) {
    if (!traits[static_cast<std::size_t>(row.trait)]) continue;
    cost.cue += row.cue;
    cost.line += row.line;
  }
  return cost;
}

}  // namespace cmos
