#include "align/coarse_search.h"

#include <algorithm>
#include <array>
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
    for (;; node += graph.node(node).next) {
      phones_.push_back(graph.node(node).phone);
      const bool is_behind_silence = has_break && phones_.size() == unit.start + 1;
      skip_costs_.push_back(is_behind_silence ? 0 : kSkipCost);
      if (graph.node(node).is_last()) break;
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

bool CoarseSearch::is_due(const StampWindow& stamp, std::size_t step) const {
  step += gains_.first_frame() / PhoneGains::kFramesPerStep;
  return step >= stamp.first_step && step < stamp.end_step;
}

std::size_t CoarseSearch::base(const Column& column) const {
  return units_[column.units.first].first - kPadding;
}

std::int32_t CoarseSearch::position(const Column& column, std::size_t at) const {
  return column.positions[at - base(column)];
}

std::int32_t CoarseSearch::garbage(const Column& column, std::size_t at) const {
  return column.garbage[at - column.units.first];
}

// What comes from before the first unit is left out.
CoarseSearch::Column CoarseSearch::cut_out(const Column& column, Units units) const {
  const auto part = [](const std::vector<std::int32_t>& all, std::size_t first, std::size_t count) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
    return std::vector(begin, begin + static_cast<std::ptrdiff_t>(count));
  };
  const std::size_t first = units_[units.first].first - kPadding;
  Column result{
      units, part(column.positions, first - base(column), units_[units.end - 1].end - first),
      part(column.garbage, units.first - column.units.first, units.end - units.first + 1)};
  if (units.first > column.units.first) std::fill_n(result.positions.begin(), kPadding, kNever);
  return result;
}

void CoarseSearch::advance(std::size_t step, Column& column) {
  constexpr std::size_t kChunk = 512;
  const auto gains = gains_.at(step);
  const std::size_t first = base(column) + kPadding;
  const std::size_t count = column.positions.size() - kPadding;
  next_.resize(column.positions.size());
  std::copy_n(column.positions.begin(), kPadding, next_.begin());
  std::array<std::int8_t, kChunk> gain;
  for (std::size_t chunk = 0; chunk < count; chunk += kChunk) {
    const std::size_t size = std::min(kChunk, count - chunk);
    for (std::size_t i = 0; i < size; ++i) gain[i] = gains[phones_[first + chunk + i]];
    const std::int32_t* const before = column.positions.data() + chunk;
    const std::int32_t* const skip_costs = skip_costs_.data() + first + chunk;
    std::int32_t* const behind = next_.data() + chunk + kPadding;
    for (std::size_t i = 0; i < size; ++i) {
      const std::int32_t moved = std::max(before[i + 1], before[i] - skip_costs[i]);
      behind[i] = std::max(moved, before[i + 2]) + gain[i];
    }
  }
  follow_stamps(step, column);
  enter_words(step, column);
  column.positions.swap(next_);
}

// Words in next_ that begin at their stamps.
void CoarseSearch::follow_stamps(std::size_t step, const Column& before) {
  for (const StampWindow& stamp : stamps_) {
    if (stamp.unit < before.units.first || stamp.unit >= before.units.end) continue;
    if (!is_due(stamp, step)) continue;
    const std::uint32_t start = units_[stamp.unit].start;
    const std::int32_t moved =
        std::max(position(before, start - 1), position(before, start - 2) - skip_costs_[start]);
    const std::int32_t begun = std::max(moved, garbage(before, stamp.unit) - kEntryCost);
    std::int32_t& behind = next_[start - base(before)];
    behind = std::max(behind, begun + kStampBonus + gains_.at(step)[phones_[start]]);
  }
}

// Begins words in next_, and ends them in the column's garbage.
void CoarseSearch::enter_words(std::size_t step, Column& column) {
  const auto gains = gains_.at(step);
  const std::size_t origin = base(column);
  std::int32_t reached = kNever;
  for (std::size_t index = column.units.first; index < column.units.end; ++index) {
    const Unit& unit = units_[index];
    std::int32_t& garbage = column.garbage[index - column.units.first];
    std::int32_t& start = next_[unit.start - origin];
    start = std::max(start, garbage - kEntryCost + gains[phones_[unit.start]]);
    garbage = std::max(garbage, reached);
    reached = std::max(garbage, next_[unit.end - 1 - origin]);
  }
  column.garbage.back() = std::max(column.garbage.back(), reached);
}

// Steps [first, end): the column before each `stride`th of them, and behind the last.
std::vector<CoarseSearch::Column> CoarseSearch::search(Column column, std::size_t first,
                                                       std::size_t end, std::size_t stride) {
  std::vector<Column> columns;
  columns.reserve((end - first) / stride + 2);
  for (std::size_t step = first; step < end; ++step) {
    if ((step - first) % stride == 0) columns.push_back(column);
    advance(step, column);
  }
  columns.push_back(std::move(column));
  return columns;
}

std::vector<CoarseSearch::Place> CoarseSearch::find_path() {
  path_.assign(gains_.step_count(), {});
  const Column start{{0, units_.size()},
                     std::vector<std::int32_t>(phones_.size(), kNever),
                     std::vector<std::int32_t>(units_.size() + 1, 0)};
  State state{true, units_.size(), 0, kNever};  // Of a score yet unknown.
  if (!units_.empty() && !path_.empty()) trace(start, 0, path_.size(), state);
  return std::move(path_);
}

// Units that a path to the state passes in so many steps: two positions in each at most.
CoarseSearch::Units CoarseSearch::near(const State& state, std::size_t steps) const {
  const std::size_t reach = 2 * steps;
  const auto first =
      std::ranges::upper_bound(units_, state.at - std::min(state.at, reach), {}, &Unit::end);
  return {static_cast<std::size_t>(first - units_.begin()), state.unit + 1};
}

// Steps [first, end), which the path leaves in `state`; then that in which it enters them. What
// lies behind it in the text cannot be on its way, and what lies too far before it only by garbage:
// without that the score is as good where the path has none.
void CoarseSearch::trace(const Column& start, std::size_t first, std::size_t end, State& state) {
  if (state.is_garbage && garbage(start, state.at) == state.score) return;  // All the time.
  const std::size_t stride = (end - first + kColumns - 1) / kColumns;
  std::vector<Column> columns;
  if (!state.is_garbage) {
    Units units = near(state, end - first);
    units.first = std::max(units.first, start.units.first);
    columns = search(cut_out(start, units), first, end, stride);
  }
  if (columns.empty() || position(columns.back(), state.at) != state.score) {
    const std::size_t last = state.is_garbage ? state.at : state.unit + 1;
    columns = search(cut_out(start, {start.units.first, last}), first, end, stride);
  }
  if (state.is_garbage) state.score = garbage(columns.back(), state.at);
  while (columns.size() > 1) {
    const Column behind = std::move(columns.back());
    columns.pop_back();
    const std::size_t step = first + (columns.size() - 1) * stride;
    if (stride == 1) {
      trace_step(columns.back(), behind, step, state);
    } else {
      trace(columns.back(), step, std::min(end, step + stride), state);
    }
  }
}

void CoarseSearch::trace_step(const Column& before, const Column& behind, std::size_t step,
                              State& state) {
  if (state.is_garbage && !leave_garbage(before, behind, state)) return;
  const Unit& unit = units_[state.unit];
  const Choice choice = choose(before, step, state);
  const bool is_silence = state.at < unit.start;
  path_[step] = {unit.word, choice == Choice::enter, is_silence,
                 is_silence ? std::int8_t{0} : gains_.at(step)[phones_[state.at]]};
  if (choice == Choice::enter) {
    state = {true, state.unit, 0, garbage(before, state.unit)};
    return;
  }
  state.at -= choice == Choice::advance ? 1 : choice == Choice::skip ? 2 : 0;
  while (state.unit > 0 && state.at < units_[state.unit].first) --state.unit;
  state.score = position(before, state.at);
}

// Back to the end of the word from which the path came into garbage at this step, if it did.
bool CoarseSearch::leave_garbage(const Column& before, const Column& behind, State& state) const {
  for (; state.at > before.units.first; --state.at) {
    const std::size_t end = units_[state.at - 1].end - 1;
    const std::int32_t ended = position(behind, end);
    const std::int32_t skipped = garbage(behind, state.at - 1);
    if (garbage(before, state.at) >= std::max(ended, skipped)) break;
    if (ended <= skipped) continue;
    state = {false, end, state.at - 1, ended};
    return true;
  }
  state.score = garbage(before, state.at);
  return false;
}

// By which way the best path came to its position at the step.
CoarseSearch::Choice CoarseSearch::choose(const Column& before, std::size_t step,
                                          const State& state) const {
  const Unit& unit = units_[state.unit];
  std::int32_t best = position(before, state.at - 1);
  Choice choice = Choice::advance;
  const auto offer = [&](std::int32_t score, Choice way) {
    if (score <= best) return;
    best = score;
    choice = way;
  };
  offer(position(before, state.at - 2) - skip_costs_[state.at], Choice::skip);
  if (state.at == unit.start) {
    offer(garbage(before, state.unit) - kEntryCost, Choice::enter);
    const auto stamps = std::ranges::equal_range(stamps_, state.unit, {}, &StampWindow::unit);
    for (const StampWindow& stamp : stamps) {
      if (is_due(stamp, step)) best += kStampBonus;
    }
  }
  offer(position(before, state.at), Choice::stay);
  return choice;
}

}  // namespace cmos
