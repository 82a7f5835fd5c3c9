#include "align/acoustic_aligner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "align/confidence.h"
#include "align/stamp_shift.h"

namespace cmos {
namespace {

// Frames handed over at once, and blocks that may wait: a few seconds of sound.
constexpr std::size_t kBlockFrames = 128;
constexpr std::size_t kQueueCapacity = 8;

// Frames begin every 10 ms and see 25.6 ms; the change from one to the next lies half-way between
// the middles of their windows. People mark it so much later, in ms (docs/acoustic-alignment.md).
constexpr double kLater = 5;

// Where, in the sound, a frame begins, in ms.
double to_milliseconds(std::uint32_t frame) {
  return frame * 10.0 + 25.6 / 2 - 5 + kLater;
}

// How much later than people (the same document) a word's end comes out where silence follows, in
// ms: the sound fades.
constexpr double kFadingTail = 15;

// Frames of silence behind a stop that may be its closure.
constexpr std::uint32_t kLongestClosure = 25;

// How much later than its sound a word comes out that begins without voice after a pause, in ms:
// noise hides the beginning. Measured on synthetic voices in white noise (the same document).
double masked_onset(std::string_view first_phone, const Levels& levels) {
  constexpr std::array<std::string_view, 9> kVoiceless{"CH", "F",  "HH", "K", "P",
                                                       "S",  "SH", "T",  "TH"};
  constexpr double kClearFrom = 28;  // dB of the speech above the noise.
  constexpr double kPerDecibel = 3;
  constexpr double kLongest = 60;
  if (std::ranges::find(kVoiceless, first_phone) == kVoiceless.end()) return 0;
  return std::clamp(kPerDecibel * (kClearFrom - (levels.speech - levels.noise_floor)), 0.0,
                    kLongest);
}

std::vector<std::string_view> texts_of(const Episode& episode) {
  std::vector<std::string_view> texts;
  texts.reserve(episode.words.size());
  for (const Word& word : episode.words) texts.push_back(word.text);
  return texts;
}

std::vector<WordRun> runs_not_found(std::span<const HeardWord> words) {
  std::vector<WordRun> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].is_found()) continue;
    if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
    ++runs.back().end;
  }
  return runs;
}

}  // namespace

AcousticAligner::AcousticAligner(const AcousticModel& model, const Episode& episode,
                                 std::span<const WordPhones> words)
    : episode_(episode),
      graph_(model, words),
      extractor_(model.features),
      blocks_(kQueueCapacity),
      search_(std::make_unique<AdaptiveSearch>(graph_, store_)),
      thread_(&AcousticAligner::run_search, this) {}

AcousticAligner::~AcousticAligner() {
  stop_search();
}

void AcousticAligner::consume(std::span<const float> samples) {
  extractor_.consume(samples, pending_);
  hand_over(kBlockFrames);
}

void AcousticAligner::finish() {
  extractor_.finish(pending_);
  hand_over(1);
  stop_search();
  if (failure_) std::rethrow_exception(failure_);
  search_.reset();
}

void AcousticAligner::hand_over(std::size_t minimum) {
  if (pending_.size() < minimum) return;
  blocks_.push(std::exchange(pending_, {}));
}

void AcousticAligner::stop_search() {
  blocks_.close();
  if (thread_.joinable()) thread_.join();
}

void AcousticAligner::run_search() {
  try {
    while (const auto block = blocks_.pop()) {
      store_.add(*block);
      search_->advance();
    }
    store_.finish();
    path_ = search_->take_path();
  } catch (...) {
    failure_ = std::current_exception();
    blocks_.close();
  }
}

std::uint32_t AcousticAligner::first_frame(std::size_t step) const {
  return step < path_.size() ? path_[step].first_frame : static_cast<std::uint32_t>(store_.size());
}

bool AcousticAligner::is_filler(std::size_t step) const {
  return step == path_.size() || graph_.is_filler(path_[step].node);
}

double AcousticAligner::start_of(const HeardWord& word, const Levels& levels) const {
  const double start = to_milliseconds(first_frame(word.first_step));
  if (word.first_step == 0 || !is_filler(word.first_step - 1)) return start;
  const PhoneId phone = graph_.node(path_[word.first_step].node).phone;
  const double hidden = masked_onset(graph_.model().definition.phone_name(phone), levels);
  return std::max(start - hidden, to_milliseconds(first_frame(word.first_step - 1)));
}

double AcousticAligner::end_of(const HeardWord& word) const {
  const std::size_t next = word.end_step;
  if (!is_filler(next)) return to_milliseconds(first_frame(next));
  if (is_closure(next)) return to_milliseconds(first_frame(next + 1));
  return to_milliseconds(first_frame(next)) - kFadingTail;
}

// Whether a step is a silence between two words that belongs to the first one's last phone.
bool AcousticAligner::is_closure(std::size_t step) const {
  if (step + 1 >= path_.size() || is_filler(step + 1)) return false;
  const std::uint32_t node = path_[step].node;
  const std::uint32_t boundary = graph_.node(node).word;
  return graph_.filler_kind(node) == filler_silence && graph_.is_behind_stop(boundary) &&
         !graph_.has_break_at(boundary) &&
         first_frame(step + 1) - first_frame(step) <= kLongestClosure;
}

std::vector<std::optional<WordSpan>> AcousticAligner::found_spans(std::span<const HeardWord> heard,
                                                                  const Levels& levels) const {
  std::vector<std::optional<WordSpan>> spans(heard.size());
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (heard[i].is_found()) spans[i] = WordSpan{start_of(heard[i], levels), end_of(heard[i])};
  }
  return spans;
}

std::vector<UntranscribedSound> AcousticAligner::untranscribed() const {
  std::vector<UntranscribedSound> stretches;
  for (std::size_t step = 0; step < path_.size(); ++step) {
    const std::uint32_t node = path_[step].node;
    if (!graph_.is_filler(node) || graph_.filler_kind(node) != filler_unknown) continue;
    const auto at = [&](std::size_t s) {
      return Time(std::llround(to_milliseconds(first_frame(s))));
    };
    stretches.push_back({{at(step), at(step + 1)}, graph_.node(node).word});
  }
  return stretches;
}

Alignment AcousticAligner::take_alignment(const AudioInfo& info) {
  Alignment alignment;
  alignment.duration = info.duration;
  const std::vector<HeardWord> heard = heard_words(graph_, path_);
  std::vector<std::optional<WordSpan>> spans = found_spans(heard, info.levels);
  lay_out_unfound(episode_, info, spans);
  const auto evidence = word_evidence(graph_, path_, heard, store_.size());
  const auto times = place_words(spans, texts_of(episode_), info.duration);
  for (std::size_t i = 0; i < times.size(); ++i) {
    alignment.words.push_back({times[i], std::nullopt});
    if (!episode_.words[i].is_note) alignment.words[i].confidence = confidence(evidence[i]);
  }
  for (const Turn& turn : episode_.turns) {
    alignment.turns.push_back({times[turn.first_word].start, times[turn.end_word - 1].end});
  }
  if (!times.empty()) alignment.duration = std::max(alignment.duration, times.back().end);
  alignment.not_found = runs_not_found(heard);
  alignment.untranscribed = untranscribed();
  alignment.stamp_shift = find_constant_shift(episode_, alignment);
  return alignment;
}

}  // namespace cmos
