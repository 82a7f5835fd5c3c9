#include "align/path_search.h"

#include <algorithm>

namespace cmos {
namespace {

constexpr Score kRebaseAbove = 1 << 26;

// The backpointers' scores are modulo 2^32.
Score wrapped(std::int64_t score) {
  return static_cast<Score>(static_cast<std::uint32_t>(score));
}

}  // namespace

PathSearch::PathSearch(const WordGraph& graph, const SearchOptions& options, std::size_t first_word,
                       std::size_t end_word, Frame first_frame, const Corridor* corridor)
    : graph_(graph),
      options_(options),
      end_(end_word),
      corridor_(corridor),
      cell_{0, static_cast<std::uint32_t>(graph.word_count())},
      slot_of_(graph.node_count(), -1),
      boundaries_(graph.word_count() + 1),
      frame_(first_frame),
      threshold_(-options.beam) {
  follow_corridor();
  find_fixed_ends(first_word);
  const Token start{0, BackpointerTable::kNone};
  arrivals_at(first_word) = {start, start, start};
  pass_boundaries();
}

void PathSearch::advance(SenoneScorer& scorer) {
  scorer.start_block();
  for (std::size_t i = 0; i < scorer.frame_count(); ++i) {
    scorer.select(i);
    step(scorer);
  }
}

void PathSearch::step(SenoneScorer& scorer) {
  follow_corridor();
  best_ = -kImpossible;
  garbage_score_ = 0;
  const ModelDefinition& definition = graph_.model().definition;
  for (const SenoneId senone : definition.base_model(definition.silence()).senones) {
    const Score score = scorer.score(senone) - scorer.garbage_score();
    garbage_score_ = std::max(garbage_score_, score - options_.garbage_silence_penalty);
  }
  for (Slot& slot : slots_) step(slot, scorer);
  if (best_ > kRebaseAbove) rebase();
  threshold_ = best_ - options_.beam;
  note_whether_synchronised();
  prune();
  propagate();
  if (unsynchronised_frames_ >= options_.resync_after) follow_stamps();
  meet_fixed_ends();
  pass_boundaries();
  ++frame_;
  if (backpointers_.is_crowded()) collect_backpointers();
}

void PathSearch::step(Slot& slot, SenoneScorer& scorer) {
  const Transitions& costs = graph_.model().transitions[slot.transitions];
  std::array<Token, kStatesPerPhone> next;
  for (std::size_t to = 0; to < kStatesPerPhone; ++to) {
    for (std::size_t from = 0; from <= to; ++from) {
      const Score cost = slot.is_garbage ? 0 : costs[from][to];
      if (cost == kImpossible) continue;
      keep_better(next[to], {slot.states[from].score - cost, slot.states[from].backpointer});
    }
  }
  if (slot.entry.score > next[0].score) {
    next[0] = slot.entry;
    const Score score_before = slot.entry.score + slot.entry_penalty;
    next[0].backpointer =
        backpointers_.add(slot.entry.backpointer, slot.node, frame_, wrapped(score_before + base_));
  }
  slot.entry = {};
  for (std::size_t i = 0; i < kStatesPerPhone; ++i) {
    if (next[i].score <= -kImpossible / 2) {
      slot.states[i] = {};
      continue;
    }
    const Score score =
        slot.is_garbage ? garbage_score_ : scorer.score(slot.senones[i]) - scorer.garbage_score();
    next[i].score += std::max(score, -options_.worst_frame);
    if (slot.is_limited && is_long(next[i])) next[i].score -= options_.long_phone_penalty;
    best_ = std::max(best_, next[i].score);
    slot.states[i] = next[i];
  }
}

bool PathSearch::is_long(const Token& token) const {
  return frame_ - backpointers_.first_frame(token.backpointer) >= options_.long_phone;
}

void PathSearch::rebase() {
  for (Slot& slot : slots_) {
    for (Token& token : slot.states) {
      if (token.score > -kImpossible / 2) token.score -= best_;
    }
  }
  base_ += best_;
  best_ = 0;
}

// Garbage that is the best for long means that the text goes on elsewhere; a few frames of a
// chance likeness do not end that.
void PathSearch::note_whether_synchronised() {
  constexpr Frame kWordDecay = 5;
  for (const Slot& slot : slots_) {
    for (const Token& token : slot.states) {
      if (token.score != best_) continue;
      if (slot.is_garbage) {
        unsynchronised_frames_ = std::min(unsynchronised_frames_ + 1, 2 * options_.resync_after);
      } else if (!graph_.is_filler(slot.node)) {
        unsynchronised_frames_ -= std::min(unsynchronised_frames_, kWordDecay);
      }
      return;
    }
  }
}

void PathSearch::prune() {
  std::size_t kept = 0;
  for (Slot& slot : slots_) {
    const bool is_alive =
        cell_.has(slot.word) && std::ranges::any_of(slot.states, [&](const Token& token) {
          return token.score >= threshold_;
        });
    if (!is_alive) {
      slot_of_[slot.node] = -1;
      continue;
    }
    slot_of_[slot.node] = static_cast<std::int32_t>(kept);
    slots_[kept++] = slot;
  }
  slots_.resize(kept);
}

// Tokens that leave a phone enter the next one or reach a boundary.
void PathSearch::propagate() {
  const std::size_t count = slots_.size();  // New ones have no tokens yet.
  for (std::size_t i = 0; i < count; ++i) {
    const Slot slot = slots_[i];  // A copy: entering others moves the slots.
    const Transitions& costs = graph_.model().transitions[slot.transitions];
    Token leaving;
    for (std::size_t from = 0; from < kStatesPerPhone; ++from) {
      const bool can_leave = slot.is_garbage ? from + 1 == kStatesPerPhone
                                             : costs[from][kStatesPerPhone] != kImpossible;
      if (!can_leave) continue;
      const Score cost = slot.is_garbage ? 0 : costs[from][kStatesPerPhone];
      keep_better(leaving, {slot.states[from].score - cost, slot.states[from].backpointer});
    }
    if (leaving.score < threshold_) continue;
    if (!graph_.is_filler(slot.node)) restart(slot, leaving);
    if (slot.next != 0) {
      for (std::uint32_t way = 0; way < slot.next_count; ++way) {
        enter(slot.node + slot.next + way, leaving, 0);
      }
    } else if (!graph_.is_filler(slot.node)) {
      Arrivals& arrivals = arrivals_at(slot.word + 1);
      keep_better(slot.behind == Neighbour::word ? arrivals.joined : arrivals.ended, leaving);
    } else {
      keep_better(arrivals_at(slot.word).paused, leaving);
      const bool is_silence = graph_.filler_kind(slot.node) == FillerKind::silence;
      if (is_silence && unsynchronised_frames_ >= options_.resync_after)
        resynchronise(slot.word, leaving);
    }
  }
}

void PathSearch::collect_backpointers() {
  std::vector<std::uint32_t*> alive;
  for (Slot& slot : slots_) {
    alive.push_back(&slot.entry.backpointer);
    for (Token& token : slot.states) alive.push_back(&token.backpointer);
  }
  backpointers_.collect(alive);
}

PathSearch::Token PathSearch::best_at_end() const {
  Token best;
  for (const Slot& slot : slots_) {
    const bool is_filler = graph_.is_filler(slot.node);
    if (is_filler && slot.word == end_) {
      for (const Token& token : slot.states) keep_better(best, token);
    } else if (!is_filler && slot.next == 0 && slot.word + 1 == end_) {
      keep_better(best, slot.states.back());
    }
  }
  return best;
}

std::vector<PathStep> PathSearch::best_path() const {
  Token best = best_at_end();
  if (best.score == -kImpossible) {
    for (const Slot& slot : slots_) {
      for (const Token& token : slot.states) keep_better(best, token);
    }
  }
  return backpointers_.trace(best.backpointer, wrapped(best.score + base_));
}

}  // namespace cmos
