// The best order-keeping chain of stretches of the sound that say stretches of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/phone_gains.h"
#include "align/word_graph.h"

namespace cmos {

// Viterbi search without a beam: at each step all phones of the text live, so that no stretch can
// be lost, whatever lies before it. A phone is one state and may be left out; beside each word
// boundary there is a garbage model, "the text is done up to here, and now something else sounds",
// which gains nothing, is reached from the end of any earlier word, and left for the start of the
// next one. So what is left out of text or sound costs the same whatever its length, and the result
// is the exact optimum of all chains. Time grows with sound times text.
//
// Scores are in PhoneGains::kUnit. Nothing is recorded on the way but a few columns; the path is
// traced back between two of them by searching again from the first, where it lies on words near
// those alone, and through garbage not at all.
class CoarseSearch {
 public:
  // Of entering a word from garbage, and of leaving a phone out.
  static constexpr std::int32_t kEntryCost = 20 * PhoneGains::kUnit;
  static constexpr std::int32_t kSkipCost = 3 * PhoneGains::kUnit;
  // For beginning a turn within kStampReach seconds of its stamp's second: of two copies that fit
  // equally well the stamped one wins. Less than an entry, so that a stamp alone is worth nothing.
  static constexpr std::int32_t kStampBonus = 15 * PhoneGains::kUnit;
  static constexpr double kStampReach = 1.5;

  // Both outlive it.
  CoarseSearch(const WordGraph& graph, const PhoneGains& gains);

  // What a step of the best path lies on: a word or garbage.
  struct Place {
    static constexpr std::uint32_t kGarbage = UINT32_MAX;
    std::uint32_t word = kGarbage;
    // Whether it came here from garbage, or from garbage without a step in it.
    bool is_entry = false;
    bool is_silence = false;  // Before the word.
    std::int8_t gain = 0;     // Of a phone; silence has none.
  };
  // One for each step.
  std::vector<Place> find_path();

 private:
  // Of a stretch, so many are kept; a shorter stretch keeps one for each step.
  static constexpr std::size_t kColumns = 32;
  enum class Choice : std::uint8_t { stay, advance, skip, enter };

  // The phones of a word, and, before it where the text has a break, one silence.
  struct Unit {
    std::uint32_t word;
    std::uint32_t first;  // Position of its silence or first phone,
    std::uint32_t start;  // of its first phone,
    std::uint32_t end;    // and behind its last.
  };
  struct StampWindow {
    std::size_t unit;
    std::size_t first_step;
    std::size_t end_step;
  };
  struct Units {
    std::size_t first;
    std::size_t end;
  };
  // Before or behind a step, for some units: the best path to each position, from the two before
  // the first unit's, and, in garbage, to each boundary before a unit and behind the last.
  struct Column {
    Units units;
    std::vector<std::int32_t> positions;
    std::vector<std::int32_t> garbage;
  };
  // Where the best path is behind a step.
  struct State {
    bool is_garbage;
    std::size_t at;    // Position or boundary.
    std::size_t unit;  // Of the position; unused in garbage.
    std::int32_t score;
  };

  void add_units(const WordGraph& graph);
  void add_stamps(const WordGraph& graph);
  bool is_due(const StampWindow& stamp, std::size_t step) const;
  std::size_t base(const Column& column) const;
  std::int32_t position(const Column& column, std::size_t at) const;
  std::int32_t garbage(const Column& column, std::size_t at) const;
  Column cut_out(const Column& column, Units units) const;
  void advance(std::size_t step, Column& column);
  void follow_stamps(std::size_t step, const Column& before);
  void enter_words(std::size_t step, Column& column);
  std::vector<Column> search(Column column, std::size_t first, std::size_t end, std::size_t stride);
  Units near(const State& state, std::size_t steps) const;
  void trace(const Column& start, std::size_t first, std::size_t end, State& state);
  void trace_step(const Column& before, const Column& behind, std::size_t step, State& state);
  bool leave_garbage(const Column& before, const Column& behind, State& state) const;
  Choice choose(const Column& before, std::size_t step, const State& state) const;

  const PhoneGains& gains_;
  std::vector<Unit> units_;
  std::vector<PhoneId> phones_;           // By position,
  std::vector<std::int32_t> skip_costs_;  // of leaving out the position before.
  std::vector<StampWindow> stamps_;       // In the order of their units.
  std::vector<std::int32_t> next_;        // Positions of the step being computed.
  std::vector<Place> path_;
};

}  // namespace cmos
