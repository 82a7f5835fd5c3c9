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
  reach_boundary(first_word, {0, BackpointerTable::kNone});
  pass_boundaries();
}

void PathSearch::advance(std::span<const FeatureFrame> frames, SenoneScorer& scorer) {
  scorer.start_block(frames);
  for (std::size_t i = 0; i < frames.size(); ++i) {
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
    best_ = std::max(best_, next[i].score);
    slot.states[i] = next[i];
  }
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
    if (!slot.is_last) {
      enter(slot.node + 1, leaving, 0);
    } else if (!graph_.is_filler(slot.node)) {
      reach_boundary(slot.word + 1, leaving);
    } else {
      reach_boundary(slot.word, leaving);
      const bool is_silence = graph_.filler_kind(slot.node) == FillerKind::silence;
      if (is_silence && unsynchronised_frames_ >= options_.resync_after)
        resynchronise(slot.word, leaving);
    }
  }
}

// From silence to the start of any later sentence within reach.
void PathSearch::resynchronise(std::size_t boundary, const Token& token) {
  const auto sentences = graph_.sentences();
  for (auto at = std::ranges::upper_bound(sentences, boundary); at != sentences.end(); ++at) {
    const auto distance = static_cast<std::uint32_t>(*at - boundary);
    if (distance > options_.resync_reach || *at > stop()) break;
    const Score cost = options_.resync_penalty +
                       static_cast<std::int32_t>(distance) * options_.resync_word_penalty;
    const Token arriving{token.score - cost, token.backpointer};
    if (arriving.score < threshold_) break;
    reach_boundary(*at, arriving);
  }
}

// From garbage to a turn that should begin about now.
void PathSearch::follow_stamps() {
  Token garbage;
  std::size_t boundary = end_;
  for (const Slot& slot : slots_) {
    if (!slot.is_garbage || slot.states.back().score <= garbage.score) continue;
    garbage = slot.states.back();
    boundary = slot.word;
  }
  garbage.score -= options_.stamp_penalty;
  if (garbage.score < threshold_) return;
  for (const WordGraph::Stamp& stamp : graph_.stamps()) {
    const bool is_due = frame_ + options_.stamp_reach >= stamp.frame &&
                        frame_ <= stamp.frame + kFrameRate + options_.stamp_reach;
    const bool is_ahead = stamp.word > boundary && stamp.word < end_ && stamp.word <= stop();
    if (is_due && is_ahead) reach_boundary(stamp.word, garbage);
  }
}

void PathSearch::reach_boundary(std::size_t boundary, const Token& token) {
  if (boundaries_[boundary].score == -kImpossible) {
    reached_.push_back(static_cast<std::uint32_t>(boundary));
  }
  keep_better(boundaries_[boundary], token);
}

// From each boundary on into its fillers and its word, or, leaving words out, to later boundaries.
void PathSearch::pass_boundaries() {
  std::ranges::sort(reached_);
  Token deleting;
  Token jumping;
  std::size_t next = 0;
  std::size_t boundary = 0;
  while (deleting.score >= threshold_ || next < reached_.size()) {
    if (deleting.score < threshold_) boundary = reached_[next];
    Token token = deleting;
    if (next < reached_.size() && reached_[next] == boundary) {
      keep_better(token, boundaries_[boundary]);
      boundaries_[boundary] = {};
      ++next;
    }
    leave_boundary(boundary, token);
    deleting = {};
    if (boundary == stop()) break;
    if (boundary < cell_.last) {
      const bool is_silent = graph_.starts(boundary).empty();
      deleting = {token.score - (is_silent ? 0 : options_.deletion_penalty), token.backpointer};
      keep_better(jumping, {token.score - options_.gap_penalty, token.backpointer});
      if (cell_.is_gap) keep_better(deleting, jumping);
    }
    ++boundary;
  }
  reached_.clear();
}

void PathSearch::leave_boundary(std::size_t boundary, const Token& token) {
  const std::uint32_t first = graph_.filler(boundary, FillerKind::silence);
  for (std::uint32_t node = first; node < first + graph_.filler_count(); ++node) {
    enter(node, token, filler_penalty(graph_.filler_kind(node), boundary));
  }
  if (boundary == stop()) return;
  Score penalty = 0;
  for (const std::uint32_t start : graph_.starts(boundary)) {
    enter(start, token, penalty);
    penalty += options_.pronunciation_penalty;
  }
}

Score PathSearch::filler_penalty(FillerKind kind, std::size_t boundary) const {
  if (kind == FillerKind::garbage) return options_.garbage_penalty;
  if (kind == FillerKind::noise) return options_.noise_penalty;
  const bool is_likely = graph_.has_break_at(boundary) || graph_.is_behind_stop(boundary);
  return is_likely ? options_.likely_silence_penalty : options_.silence_penalty;
}

void PathSearch::enter(std::uint32_t node, const Token& token, Score cost) {
  const Token arriving{token.score - cost, token.backpointer};
  if (arriving.score < threshold_) return;
  if (slot_of_[node] < 0) {
    const WordGraph::Node description = graph_.node(node);
    if (!cell_.has(description.word)) return;
    const bool is_garbage = graph_.is_filler(node, FillerKind::garbage);
    slot_of_[node] = static_cast<std::int32_t>(slots_.size());
    slots_.push_back({node,
                      description.model.transitions,
                      is_garbage,
                      description.is_last,
                      description.word,
                      description.model.senones,
                      {},
                      0,
                      {}});
  }
  Slot& slot = slots_[static_cast<std::size_t>(slot_of_[node])];
  if (arriving.score <= slot.entry.score) return;
  slot.entry = arriving;
  slot.entry_penalty = cost;
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
    } else if (!is_filler && slot.is_last && slot.word + 1 == end_) {
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
