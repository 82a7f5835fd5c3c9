// How the paths of a search pass from word to word.
#include <algorithm>

#include "align/path_search.h"

namespace cmos {

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
    keep_better(arrivals_at(*at).paused, arriving);
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
    if (is_due && is_ahead) keep_better(arrivals_at(stamp.word).paused, garbage);
  }
}

// Back to the beginning of a word that was broken off, or is said twice, if it is not known when it
// begins.
void PathSearch::restart(const Slot& slot, const Token& token) {
  if (slot.word == last_fixed_) return;
  const bool is_said = slot.next == 0;
  const Score cost = is_said ? options_.repetition_penalty : options_.break_off_penalty;
  const Token arriving{token.score - cost, token.backpointer};
  if (arriving.score < threshold_) return;
  Arrivals& arrivals = arrivals_at(slot.word);
  keep_better(arrivals.ended, arriving);
  keep_better(arrivals.paused, arriving);
}

PathSearch::Arrivals& PathSearch::arrivals_at(std::size_t boundary) {
  Arrivals& arrivals = boundaries_[boundary];
  if (arrivals.best() == -kImpossible) reached_.push_back(static_cast<std::uint32_t>(boundary));
  return arrivals;
}

// From each boundary on into its fillers and its word, or, leaving words out, to later boundaries.
void PathSearch::pass_boundaries() {
  std::ranges::sort(reached_);
  Arrivals deleting;
  Arrivals jumping;
  std::size_t next = 0;
  std::size_t boundary = 0;
  while (deleting.best() >= threshold_ || next < reached_.size()) {
    if (deleting.best() < threshold_) boundary = reached_[next];
    Arrivals arrivals = deleting;
    if (next < reached_.size() && reached_[next] == boundary) {
      arrivals.keep_better(boundaries_[boundary]);
      boundaries_[boundary] = {};
      ++next;
    }
    leave_boundary(boundary, arrivals);
    deleting = {};
    if (boundary == stop()) break;
    if (boundary < cell_.last) {
      const bool is_silent = graph_.starts(boundary).empty();
      deleting = arrivals.less(is_silent ? 0 : options_.deletion_penalty);
      jumping.keep_better(arrivals.less(options_.gap_penalty));
      if (cell_.is_gap) deleting.keep_better(jumping);
    }
    ++boundary;
  }
  reached_.clear();
}

void PathSearch::leave_boundary(std::size_t boundary, const Arrivals& arrivals) {
  Token pausing = arrivals.ended;
  keep_better(pausing, arrivals.paused);
  const std::uint32_t first = graph_.filler(boundary, FillerKind::silence);
  for (std::uint32_t node = first; node < first + graph_.filler_count(); ++node) {
    enter(node, pausing, filler_penalty(graph_.filler_kind(node), boundary));
  }
  if (boundary == stop()) return;
  Token joined = arrivals.joined;
  if (graph_.has_break_at(boundary)) joined.score -= options_.join_penalty;
  enter_word(boundary, Neighbour::word, joined);
  enter_word(boundary, Neighbour::pause, arrivals.paused);
}

void PathSearch::enter_word(std::size_t word, Neighbour before, const Token& token) {
  Score penalty = 0;
  for (const std::uint32_t start : graph_.starts(word)) {
    const auto [node, other] = graph_.entries(start, before);
    enter(node, token, penalty);
    if (other) enter(*other, token, penalty);
    penalty += options_.pronunciation_penalty;
  }
}

Score PathSearch::filler_penalty(FillerKind kind, std::size_t boundary) const {
  if (kind == FillerKind::garbage) return options_.garbage_penalty;
  if (kind == FillerKind::noise) return options_.noise_penalty;
  const bool is_likely = graph_.has_break_at(boundary) || graph_.is_behind_stop(boundary) ||
                         graph_.is_beside_hesitation(boundary);
  return is_likely ? options_.likely_silence_penalty : options_.silence_penalty;
}

// People draw out what they hesitate with, and pauses inside a word as long as they like.
bool PathSearch::is_limited(std::uint32_t node, const WordGraph::Node& description) const {
  return !graph_.is_filler(node) && !graph_.is_hesitation(description.word) &&
         description.phone != graph_.model().definition.silence();
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
                      is_limited(node, description),
                      description.next,
                      description.next_count,
                      description.behind,
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

}  // namespace cmos
