#include "caption/cue_measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/unicode.h"
#include "caption/timing.h"

namespace cmos {

namespace {

// Fewer columns make no label.
constexpr std::size_t kShortestLabel = 4;

std::string shortened(const std::string& label, std::size_t columns) {
  if (count_columns(label) <= columns) return label;
  if (columns < kShortestLabel) return {};
  return std::string(first_columns(label, columns - 3)) + "\u2026: ";
}

// What it costs that a cue goes on over the end of this token.
Cost cost_inside(const Token& token, const Token& next) {
  const auto pause = (next.time.start - token.time.end).count() - kBreath;
  const Cost sentence = token.end == LineEnd::sentence_end ? kSentenceEndsInLine : 0;
  return sentence + std::max<Cost>(pause, 0) / kPausePoint;
}

Cost unequal_lines(std::size_t upper, std::size_t lower, std::size_t width) {
  const auto difference =
      static_cast<Cost>(std::min(upper > lower ? upper - lower : lower - upper, width));
  return difference * difference * kUnequalLines / 1000;
}

// For each token the end of the run that it belongs to.
template <typename GoesOn>
std::vector<std::size_t> find_ends(const std::vector<Token>& tokens, const GoesOn& goes_on) {
  std::vector<std::size_t> ends(tokens.size());
  for (auto i = tokens.size(); i-- > 0;) {
    ends[i] = i + 1 < tokens.size() && goes_on(tokens[i], tokens[i + 1]) ? ends[i + 1] : i + 1;
  }
  return ends;
}

bool has_one_speaker(const Token& token, const Token& next) {
  return token.speaker == next.speaker;
}

bool may_share_cue(const Token& token, const Token& next) {
  return !token.ends_cue && !next.begins_cue && token.known_cue == next.known_cue;
}

}  // namespace

Measure::Measure(const Episode& episode, const Alignment& alignment, const CaptionOptions& options)
    : options_(options), duration_(alignment.duration) {
  if (alignment.words.size() != episode.words.size()) {
    throw std::invalid_argument("the alignment is of another episode");
  }
  for (const auto& speaker : episode.speakers) names_.push_back(speaker.name);
  tokens_ = tokenize(episode, alignment);
  run_ends_ = find_ends(tokens_, has_one_speaker);
  cue_ends_ = find_ends(tokens_, may_share_cue);
  columns_ = {0};
  words_ = {0};
  inside_ = {0};
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const auto& token = tokens_[i];
    columns_.push_back(columns_.back() + token.width + (token.joined ? 0 : 1));
    words_.push_back(words_.back() + (token.joined ? 0 : 1));
    inside_.push_back(inside_.back() + (i == 0 ? 0 : cost_inside(tokens_[i - 1], token)));
  }
}

std::size_t Measure::width(std::size_t begin, std::size_t end) const {
  if (begin == end) return 0;
  return columns_[end] - columns_[begin] - (tokens_[begin].joined ? 0 : 1);
}

bool Measure::fits(std::size_t begin, std::size_t end, std::size_t prefix) const {
  return prefix + width(begin, end) <= style().line_columns() || (prefix == 0 && end - begin == 1);
}

std::string Measure::full_label(std::size_t token) const {
  const auto& name = names_[tokens_[token].speaker];
  return name.empty() ? name : name + ": ";
}

std::string Measure::label(std::size_t token) const {
  const bool turn_begins = token == 0 || run_ends_[token - 1] == token;
  const bool wanted = options_.labels == SpeakerLabels::always ||
                      (options_.labels == SpeakerLabels::change && turn_begins);
  if (!wanted) return {};
  const auto full = full_label(token);
  // A label alone on its line needs no space behind it.
  if (style().lines > 1) return shortened(full, style().line_columns() + 1);
  const auto word = width(token, token + 1);
  return shortened(full, style().line_columns() - std::min(word, style().line_columns()));
}

std::string Measure::dialogue_prefix(std::size_t token) const {
  const auto name = options_.labels == SpeakerLabels::none ? std::string() : full_label(token);
  return name.empty() ? std::string(kDash) : name;
}

bool Measure::speech_is_too_long(std::size_t begin, std::size_t end) const {
  return end - begin > 1 && tokens_[end - 1].time.end - in_time(begin) > style().longest;
}

bool Measure::is_short_enough(std::size_t begin, std::size_t end) const {
  if (end - begin == 1) return true;
  if (speech_is_too_long(begin, end)) return false;
  if (end == tokens_.size()) return true;
  const auto in = in_time(begin);
  const auto shortest = shortest_for(style(), words_[end] - words_[begin]);
  const auto needed = std::max(tokens_[end - 1].time.end, in + std::min(shortest, style().longest));
  const auto next = in_time(end);
  return next - needed >= style().smallest_pause || next - in <= style().longest;
}

Time Measure::in_time(std::size_t token) const {
  if (tokens_[token].begins_cue) return tokens_[token].time.start;
  const auto free = token == 0 ? Time(0) : tokens_[token - 1].time.end;
  return std::max(tokens_[token].time.start - style().lead, free);
}

Interval Measure::shown(std::size_t begin, std::size_t end, std::size_t prefixes) const {
  if (tokens_[end - 1].ends_cue) return {in_time(begin), tokens_[end - 1].time.end};
  CueSpeech speech{};
  speech.in = in_time(begin);
  speech.end = tokens_[end - 1].time.end;
  if (end < tokens_.size()) speech.next_in = in_time(end);
  if (duration_ > Time(0)) speech.sound_end = duration_;
  speech.words = words_[end] - words_[begin];
  speech.columns = prefixes + width(begin, end);
  return {speech.in, out_time(style(), speech)};
}

Cost Measure::cue_cost(std::size_t begin, std::size_t end, std::size_t prefixes) const {
  const auto time = shown(begin, end, prefixes).length();
  const auto columns = static_cast<Cost>(prefixes + width(begin, end));
  const auto missing = (shortest_for(style(), words_[end] - words_[begin]) - time).count();
  const auto unread = columns - time.count() * style().column_speed() / 1000;
  const bool turn_ends = end == tokens_.size() || run_ends_[end - 1] == end;
  Cost cost = kCue + columns * columns * kLengthSquare / 1000;
  if (!turn_ends) cost += tokens_[end - 1].cost.cue;
  const auto known_cue = tokens_[end - 1].known_cue;
  if (known_cue != 0 && end < tokens_.size() && tokens_[end].known_cue == known_cue) cost += kTorn;
  if (prefixes > 0 && end - begin == 1) cost += cost_at_label(end - 1);
  cost += inside_[end] - inside_[begin + 1];
  if (missing > 0) cost += kTooShort + missing / kTooShortPoint;
  if (unread > 0) cost += kTooFast * unread;
  return cost;
}

Cost Measure::split_cost(std::size_t begin, std::size_t split, std::size_t end,
                         std::size_t prefix) const {
  Cost cost = kSecondLine + unequal_lines(prefix + width(begin, split), width(split, end),
                                          style().line_columns());
  if (fits(begin, end, prefix)) cost += kNeedlessLine;
  if (split == begin) return cost + kLabelAlone;
  const auto [shorter, longer] = std::minmax({prefix + width(begin, split), width(split, end)});
  if (shorter < kShortLine) cost += kShortLineCharacter * static_cast<Cost>(kShortLine - shorter);
  const auto line_end = tokens_[split - 1].end;
  const bool divided = line_end == LineEnd::sentence_end || line_end == LineEnd::clause_end;
  const bool first_is_lone = split - begin == 1;
  if (!divided && ((prefix == 0 && first_is_lone) || end - split == 1)) cost += kLoneWord;
  if (!divided && kOrphanShare * shorter < longer) cost += kOrphan;
  if (prefix > 0 && first_is_lone) cost += cost_at_label(begin);
  if (line_end == LineEnd::sentence_end) cost += kSentenceEndsAtLine - kSentenceEndsInLine;
  return cost + tokens_[split - 1].cost.line;
}

Cost Measure::cost_at_label(std::size_t lone_word) const {
  return tokens_[lone_word].end == LineEnd::sentence_end ? 0 : kLoneWordAtLabel;
}

Cost Measure::dialogue_cost(std::size_t split) const {
  const bool counted = tokens_[split - 1].end == LineEnd::sentence_end;
  return kDialogue - (counted ? kSentenceEndsInLine : 0);
}

}  // namespace cmos
