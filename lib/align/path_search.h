// Finds the way through the words' phones that fits the sound best.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/backpointer_table.h"
#include "align/corridor.h"
#include "align/word_graph.h"
#include "speech/senone_scorer.h"

namespace cmos {

// How they were found: docs/notes/acoustic-alignment.md.
struct SearchOptions {
  Score beam = 340 * kNat;                   // Paths this much worse than the best are given up.
  Score worst_frame = 12 * kNat;             // What one frame can take off a path at most.
  Score garbage_penalty = 60 * kNat;         // Of entering garbage.
  Score garbage_silence_penalty = kNat / 2;  // A frame, of silence within garbage.
  Score noise_penalty = 60 * kNat;           // Of entering a noise.
  Score silence_penalty = 40 * kNat;         // Of entering silence,
  Score likely_silence_penalty = 5 * kNat;   // and where it is likely.
  Score join_penalty = 20 * kNat;            // Of no pause at a break of the text.
  Score break_off_penalty = 120 * kNat;      // Of breaking a word off to say it again,
  Score repetition_penalty = 80 * kNat;      // and of saying it again when it is said.
  Frame long_phone = 14;                     // Frames that a phone may last for nothing,
  Score long_phone_penalty = 6 * kNat;       // and of each frame more.
  Score deletion_penalty = 150 * kNat;       // Of leaving a word out.
  Score pronunciation_penalty = 1 * kNat;    // Of each pronunciation before the one taken.
  Score resync_penalty = 150 * kNat;         // Of going on at a later sentence after garbage.
  Score resync_word_penalty = 2;             // More for each word left out so.
  std::uint32_t resync_reach = 4000;         // Words that are left out so at most.
  Score gap_penalty = 100 * kNat;            // Of leaving words out in a gap of a corridor.
  Score stamp_penalty = 60 * kNat;           // Of going on at a turn about the time of its stamp.
  Frame stamp_reach = 150;                   // Frames around the stamp's second that are about it.
  // Frames of garbage after which sound and text count as out of step, so that the search tries to
  // resynchronise them.
  Frame resync_after = 50;
};

// Viterbi search by token passing over a graph, frame by frame. A path's score is its log
// likelihood less that of garbage (speech/garbage_model.h), which so scores 0 a frame,
// and hardly less than silence where nothing sounds: who speaks unknown words makes pauses too. All
// paths go through the graph's fixed ends.
// Graph, model and corridor outlive it. One thread at a time.
class PathSearch {
 public:
  // From before the first of words [first_word, end_word), at a frame, to past the last of them;
  // where a corridor is given, only through the words that it has at a time.
  PathSearch(const WordGraph& graph, const SearchOptions& options, std::size_t first_word,
             std::size_t end_word, Frame first_frame, const Corridor* corridor = nullptr);

  // Takes the frames of the next block that the scorer has prepared.
  void advance(SenoneScorer& scorer);

  // Of the best path so far.
  std::int64_t best_score() const { return base_ + best_; }

  // Whether any path has got past the last word.
  bool is_complete() const { return best_at_end().score > -kImpossible; }

  // The best path past the last word; if none got there, the best of all. Empty before the first
  // frame.
  std::vector<PathStep> best_path() const;

 private:
  struct Token {
    Score score = -kImpossible;
    std::uint32_t backpointer = BackpointerTable::kNone;
  };
  // An active node.
  struct Slot {
    std::uint32_t node;
    std::uint16_t transitions;
    bool is_garbage;
    bool is_limited;    // In length.
    std::uint8_t next;  // As of WordGraph::Node.
    std::uint8_t next_count;
    Neighbour behind;
    std::uint32_t word;
    std::array<SenoneId, kStatesPerPhone> senones;
    Token entry;          // Arrives in the first state with the next frame.
    Score entry_penalty;  // Part of its score.
    std::array<Token, kStatesPerPhone> states;
  };

  // What reached a boundary: by a word that has a word behind it, by one that has a pause there,
  // and out of a filler.
  struct Arrivals {
    Token joined;
    Token ended;
    Token paused;

    Score best() const { return std::max({joined.score, ended.score, paused.score}); }
    void keep_better(const Arrivals& other) {
      PathSearch::keep_better(joined, other.joined);
      PathSearch::keep_better(ended, other.ended);
      PathSearch::keep_better(paused, other.paused);
    }
    Arrivals less(Score cost) const {
      Arrivals result = *this;
      for (Token* token : {&result.joined, &result.ended, &result.paused}) token->score -= cost;
      return result;
    }
  };

  Token best_at_end() const;
  void step(SenoneScorer& scorer);
  void step(Slot& slot, SenoneScorer& scorer);
  bool is_long(const Token& token) const;
  void rebase();
  void prune();
  void propagate();
  void pass_boundaries();
  void note_whether_synchronised();
  void resynchronise(std::size_t boundary, const Token& token);
  void follow_stamps();
  void leave_boundary(std::size_t boundary, const Arrivals& arrivals);
  void restart(const Slot& slot, const Token& token);
  void enter_word(std::size_t word, Neighbour before, const Token& token);
  Score filler_penalty(FillerKind kind, std::size_t boundary) const;
  void follow_corridor();
  void find_fixed_ends(std::size_t first_word);
  void meet_fixed_ends();
  void gather(std::size_t boundary);
  std::size_t stop() const { return fixed_ends_.empty() ? end_ : fixed_ends_.front().boundary; }
  bool is_limited(std::uint32_t node, const WordGraph::Node& description) const;
  void enter(std::uint32_t node, const Token& token, Score cost);
  Arrivals& arrivals_at(std::size_t boundary);
  void collect_backpointers();
  static void keep_better(Token& kept, const Token& other) {
    if (other.score > kept.score) kept = other;
  }

  const WordGraph& graph_;
  SearchOptions options_;
  std::size_t end_;                                  // Boundary behind the last word.
  std::span<const WordGraph::FixedEnd> fixed_ends_;  // That are still to come.
  std::size_t last_fixed_ = SIZE_MAX;                // Boundary of the last that has come, if any.
  const Corridor* corridor_;
  Corridor::Cell cell_;  // Of the corridor, at this frame.
  BackpointerTable backpointers_;
  std::vector<Slot> slots_;
  std::vector<std::int32_t> slot_of_;   // By node; -1 if it is not active.
  std::vector<Arrivals> boundaries_;    // What reached each boundary in this frame.
  std::vector<std::uint32_t> reached_;  // The boundaries reached.
  Score garbage_score_ = 0;             // Of garbage in this frame.
  Frame unsynchronised_frames_ = 0;
  Frame frame_;
  Score best_ = 0;
  Score threshold_;
  std::int64_t base_ = 0;  // What was taken off all scores.
};

}  // namespace cmos
