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
// Scores are in PhoneGains::kUnit. What the path needs is recomputed from columns that are kept
// every kColumnSteps steps: where it lies on words, near those alone.
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
  static constexpr std::size_t kColumnSteps = 256;
  enum Choice : std::uint8_t { stay, advance, skip, enter };

  // The phones of a word, and, before it where the text has a break, one silence.
  struct Unit {
    std::uint32_t word;
    std::uint32_t first;  // Position of its silence or first phone,
    std::uint32_t start;  // of its first phone,
    std::uint32_t end;    // and behind its last.
    std::int32_t bonus = 0;
  };
  struct StampWindow {
    std::size_t unit;
    std::size_t first_step;
    std::size_t end_step;
  };
  // Of one step: the best path to each position and, in garbage, to each boundary before a unit and
  // behind the last.
  struct Column {
    std::vector<std::int32_t> positions;
    std::vector<std::int32_t> garbage;
  };
  struct State {
    bool is_garbage;
    std::size_t at;    // Position or boundary.
    std::size_t unit;  // Of the position; unused in garbage.
  };

  void add_units(const WordGraph& graph);
  void add_stamps(const WordGraph& graph);
  void set_bonuses(std::size_t step);
  template <bool kRecord>
  void advance_to(std::size_t step, std::size_t first_unit, std::size_t end_unit);
  template <bool kRecord>
  std::int32_t step_unit(std::size_t unit, std::span<const std::int8_t> gains,
                         std::int32_t reached);
  void record(const Column& start, std::size_t first, std::size_t end, const State& state,
              std::int32_t score);
  void record_units(const Column& start, std::size_t first, std::size_t end, std::size_t first_unit,
                    std::size_t end_unit);
  void trace_step(std::size_t row, std::size_t step, State& state, Place& place);

  const PhoneGains& gains_;
  std::vector<Unit> units_;
  std::vector<PhoneId> phones_;           // By position,
  std::vector<std::int32_t> skip_costs_;  // of leaving out the position before.
  std::vector<StampWindow> stamps_;
  Column column_;
  std::vector<std::int32_t> next_;  // Positions of the step being computed.
  // While recording, by step of the block: how each position and each boundary was reached.
  std::vector<std::uint8_t> choices_;
  std::vector<std::uint8_t> garbage_choices_;
  std::size_t row_ = 0;
};

}  // namespace cmos
