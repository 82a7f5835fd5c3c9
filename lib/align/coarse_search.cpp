#include "align/coarse_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "speech/frame.h"

namespace cmos {
namespace {

constexpr std::int32_t kNever = -(1 << 29);
// Positions before the first one, so that each has two before it.
constexpr std::uint32_t kPadding = 2;

}  // namespace

CoarseSearch::CoarseSearch(const WordGraph& graph, const PhoneGains& gains) : gains_(gains) {
  add_units(graph);
  add_stamps(graph);
}

void CoarseSearch::add_units(const WordGraph& graph) {
  phones_.assign(kPadding, graph.model().definition.silence());
  skip_costs_.assign(kPadding, kSkipCost);
  bool has_break = false;
  for (std::size_t word = 0; word < graph.word_count(); ++word) {
    has_break = has_break || graph.has_break_at(word);
    if (graph.starts(word).empty()) continue;
    Unit unit{};
    unit.word = static_cast<std::uint32_t>(word);
    unit.first = static_cast<std::uint32_t>(phones_.size());
    if (has_break) {
      phones_.push_back(graph.model().definition.silence());
      skip_costs_.push_back(kSkipCost);
    }
    unit.start = static_cast<std::uint32_t>(phones_.size());
    std::uint32_t node = graph.starts(word).front();
    for (;; ++node) {
      phones_.push_back(graph.node(node).phone);
      const bool is_behind_silence = has_break && phones_.size() == unit.start + 1;
      skip_costs_.push_back(is_behind_silence ? 0 : kSkipCost);
      if (graph.node(node).is_last) break;
    }
    unit.end = static_cast<std::uint32_t>(phones_.size());
    units_.push_back(unit);
    has_break = false;
  }
}

void CoarseSearch::add_stamps(const WordGraph& graph) {
  constexpr auto kReach = static_cast<Frame>(kStampReach * kFrameRate);
  for (const WordGraph::Stamp& stamp : graph.stamps()) {
    const auto unit = std::ranges::lower_bound(units_, stamp.word, {}, &Unit::word);
    if (unit == units_.end()) continue;
    const Frame first = stamp.frame - std::min(stamp.frame, kReach);
    stamps_.push_back({static_cast<std::size_t>(unit - units_.begin()),
                       first / PhoneGains::kFramesPerStep,
                       (stamp.frame + kFrameRate + kReach) / PhoneGains::kFramesPerStep});
  }
}

void CoarseSearch::set_bonuses(std::size_t step) {
  step += gains_.first_frame() / PhoneGains::kFramesPerStep;
  for (const StampWindow& stamp : stamps_) {
    const bool is_due = step >= stamp.first_step && step < stamp.end_step;
    units_[stamp.unit].bonus = is_due ? kStampBonus : 0;
  }
}

// Returns the best score of garbage behind the unit; `reached` is that before it. The column's
// garbage is that of the step before up to here, and from here on of this one.
template <bool kRecord>
std::int32_t CoarseSearch::step_unit(std::size_t index, std::span<const std::int8_t> gains,
                                     std::int32_t reached) {
  const Unit& unit = units_[index];
  const std::int32_t* before = column_.positions.data();
  const std::int32_t entering = column_.garbage[index] - kEntryCost;
  for (std::uint32_t p = unit.first; p < unit.end; ++p) {
    std::int32_t best = before[p - 1];
    Choice choice = advance;
    const auto offer = [&](std::int32_t score, Choice way) {
      if (score <= best) return;
      best = score;
      choice = way;
    };
    offer(before[p - 2] - skip_costs_[p], skip);
    if (p == unit.start) {
      offer(entering, enter);
      best += unit.bonus;
    }
    offer(before[p], stay);
    next_[p] = best + gains[phones_[p]];
    if constexpr (kRecord) choices_[row_ * phones_.size() + p] = choice;
  }
  std::int32_t& garbage = column_.garbage[index];
  if constexpr (kRecord) {
    if (garbage >= reached) garbage_choices_[row_ * (units_.size() + 1) + index] = stay;
  }
  garbage = std::max(garbage, reached);
  const std::int32_t end = next_[unit.end - 1];
  if constexpr (kRecord) {
    garbage_choices_[row_ * (units_.size() + 1) + index + 1] = end > garbage ? enter : advance;
  }
  return std::max(garbage, end);
}

template <bool kRecord>
void CoarseSearch::advance_to(std::size_t step, std::size_t first_unit, std::size_t end_unit) {
  set_bonuses(step);
  const auto gains = gains_.at(step);
  if constexpr (kRecord) garbage_choices_[row_ * (units_.size() + 1) + first_unit] = stay;
  std::int32_t reached = column_.garbage[first_unit];
  for (std::size_t unit = first_unit; unit < end_unit; ++unit) {
    reached = step_unit<kRecord>(unit, gains, reached);
  }
  std::int32_t& last = column_.garbage[end_unit];
  if constexpr (kRecord) {
    if (last >= reached) garbage_choices_[row_ * (units_.size() + 1) + end_unit] = stay;
  }
  last = std::max(last, reached);
  column_.positions.swap(next_);
}

std::vector<CoarseSearch::Place> CoarseSearch::find_path() {
  std::vector<Place> path(gains_.step_count());
  column_ = {std::vector<std::int32_t>(phones_.size(), kNever),
             std::vector<std::int32_t>(units_.size() + 1, 0)};
  next_ = column_.positions;
  std::vector<Column> columns;
  for (std::size_t step = 0; step < path.size(); ++step) {
    if (step % kColumnSteps == 0) columns.push_back(column_);
    advance_to<false>(step, 0, units_.size());
  }
  choices_.resize(kColumnSteps * phones_.size());
  garbage_choices_.resize(kColumnSteps * (units_.size() + 1));
  State state{true, units_.size(), 0};
  std::int32_t score = 0;  // Of the state, if it is a position.
  for (std::size_t end = path.size(); !columns.empty(); columns.pop_back()) {
    const Column& start = columns.back();
    const std::size_t first = (columns.size() - 1) * kColumnSteps;
    record(start, first, end, state, score);
    for (std::size_t step = end; step-- > first;) trace_step(step - first, step, state, path[step]);
    if (!state.is_garbage) score = start.positions[state.at];
    end = first;
  }
  return path;
}

// Steps [first, end) again, of which the path leaves the last one in `state` with this score. What
// lies behind it in the text cannot be on its way, and what lies too far before it only by garbage:
// without that the score is as good where the path has none.
void CoarseSearch::record(const Column& start, std::size_t first, std::size_t end,
                          const State& state, std::int32_t score) {
  if (!state.is_garbage) {
    const std::size_t reach = 2 * (end - first);
    const auto near =
        std::ranges::upper_bound(units_, state.at - std::min(state.at, reach), {}, &Unit::end);
    record_units(start, first, end, static_cast<std::size_t>(near - units_.begin()),
                 state.unit + 1);
    if (column_.positions[state.at] == score) return;
  }
  record_units(start, first, end, 0, state.is_garbage ? state.at : state.unit + 1);
}

// Whatever comes from before the first unit, or from garbage before the first step if it is not the
// text's first unit, is left out.
void CoarseSearch::record_units(const Column& start, std::size_t first, std::size_t end,
                                std::size_t first_unit, std::size_t end_unit) {
  column_ = start;
  if (first_unit > 0) {
    std::ranges::fill(column_.garbage, kNever);
    const auto before = static_cast<std::ptrdiff_t>(units_[first_unit].first - kPadding);
    std::fill_n(column_.positions.begin() + before, kPadding, kNever);
    std::fill_n(next_.begin() + before, kPadding, kNever);
  }
  for (std::size_t step = first; step < end; ++step) {
    row_ = step - first;
    advance_to<true>(step, first_unit, end_unit);
  }
}

void CoarseSearch::trace_step(std::size_t row, std::size_t step, State& state, Place& place) {
  if (state.is_garbage) {
    const std::uint8_t* choices = garbage_choices_.data() + row * (units_.size() + 1);
    while (choices[state.at] == advance) --state.at;
    if (choices[state.at] == stay) return;
    state = {false, units_[state.at - 1].end - 1, state.at - 1};
  }
  const Unit& unit = units_[state.unit];
  const auto choice = static_cast<Choice>(choices_[row * phones_.size() + state.at]);
  const bool is_silence = state.at < unit.start;
  place = {unit.word, choice == enter, is_silence,
           is_silence ? std::int8_t{0} : gains_.at(step)[phones_[state.at]]};
  if (choice == enter) {
    state = {true, state.unit, 0};
    return;
  }
  state.at -= choice == advance ? 1 : choice == skip ? 2 : 0;
  while (state.unit > 0 && state.at < units_[state.unit].first) --state.unit;
}

}  // namespace cmos
