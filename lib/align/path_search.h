// Finds the way through the words' phones that fits the sound best.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/path_history.h"
#include "align/word_graph.h"
#include "speech/senone_scorer.h"

namespace cmos {

// Costs in 1/128 nat (codebooks.h). How they were found: docs/acoustic-alignment.md.
struct SearchOptions {
  std::int32_t beam = 400 * kNat;          // Paths this much worse than the best are given up.
  std::int32_t worst_frame = 12 * kNat;    // What one frame can take off a path at most.
  std::int32_t unknown_cost = 120 * kNat;  // Of entering unknown sound.
  std::int32_t unknown_silence_cost = kNat / 2;  // A frame, of silence within unknown sound.
  std::int32_t noise_cost = 60 * kNat;           // Of entering a noise.
  std::int32_t silence_cost = 25 * kNat;         // Of entering silence,
  std::int32_t likely_silence_cost = 5 * kNat;   // and where it is likely.
  std::int32_t skip_cost = 150 * kNat;           // Of leaving a word out.
  std::int32_t variant_cost = 1 * kNat;          // Of each pronunciation before the one taken.
  std::int32_t jump_cost = 150 * kNat;  // Of going on at a later sentence after unknown sound.
  std::int32_t jump_word_cost = 2;      // More for each word left out so.
  std::uint32_t jump_reach = 4000;      // Words that a jump leaves out at most.
  std::int32_t stamp_cost = 60 * kNat;  // Of going on at a turn about the time of its stamp.
  std::uint32_t stamp_reach = 150;      // Frames around the stamp's second that are about it.
  // Frames of unknown sound after which the thread counts as lost, so that jumps are tried.
  std::int32_t lost_after = 50;
};

// Viterbi search by token passing over a graph, frame by frame. A path's score is its log
// likelihood less that of unknown sound (SenoneScorer::unknown_score), which so scores 0 a frame,
// and hardly less than silence where nothing sounds: who speaks unknown words makes pauses too.
// Graph and model outlive it. One thread at a time.
class PathSearch {
 public:
  // From before the first of words [first_word, end_word), at a frame, to past the last of them.
  PathSearch(const WordGraph& graph, const SearchOptions& options, std::size_t first_word,
             std::size_t end_word, std::size_t first_frame);

  // Takes the frame that the scorer has selected.
  void step(SenoneScorer& scorer);

  // Whether any path has got past the last word.
  bool is_complete() const { return best_at_end().score > -kImpossible; }

  // The best path past the last word; if none got there, the best of all. Empty before the first
  // frame.
  std::vector<PathStep> best_path() const;

  std::size_t active_count() const { return slots_.size(); }

 private:
  struct Token {
    std::int32_t score = -kImpossible;
    std::uint32_t history = PathHistory::kNone;
  };
  // An active node.
  struct Slot {
    std::uint32_t node;
    std::uint16_t transitions;
    bool is_unknown;
    bool is_last;
    std::uint32_t word;
    std::array<SenoneId, kStatesPerPhone> senones;
    Token entry;              // Arrives in the first state with the next frame.
    std::int32_t entry_cost;  // Part of its score.
    std::array<Token, kStatesPerPhone> states;
  };

  Token best_at_end() const;
  void advance(Slot& slot, SenoneScorer& scorer);
  void rebase();
  void prune();
  void propagate();
  void pass_boundaries();
  void note_whether_lost();
  void jump(std::size_t boundary, const Token& token);
  void follow_stamps();
  void leave_boundary(std::size_t boundary, const Token& token);
  void enter(std::uint32_t node, const Token& token, std::int32_t cost);
  void reach_boundary(std::size_t boundary, const Token& token);
  void collect_history();
  static void keep_better(Token& kept, const Token& other) {
    if (other.score > kept.score) kept = other;
  }

  const WordGraph& graph_;
  SearchOptions options_;
  std::size_t end_;  // Boundary behind the last word.
  PathHistory history_;
  std::vector<Slot> slots_;
  std::vector<std::int32_t> slot_of_;   // By node; -1 if it is not active.
  std::vector<Token> boundaries_;       // What reached each boundary in this frame.
  std::vector<std::uint32_t> reached_;  // The boundaries reached.
  std::int32_t unknown_gain_ = 0;       // Of unknown sound in this frame.
  std::int32_t lost_frames_ = 0;
  std::uint32_t frame_;
  std::int32_t best_ = 0;
  std::int32_t threshold_;
  std::int32_t base_ = 0;  // What was taken off all scores, modulo 2^32.
};

}  // namespace cmos
