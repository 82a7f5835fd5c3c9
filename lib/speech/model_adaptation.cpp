#include "speech/model_adaptation.h"

#include <algorithm>
#include <cmath>

#include "speech/mixture_weights.h"

namespace cmos {
namespace {

// How many frames what is leaned on counts as (docs/notes/acoustic-alignment.md has figures): for
// what all speech has in common, and for a class.
constexpr double kCommonFrames = 500;
constexpr double kClassFrames = 30;
// Deviations change at most so much.
constexpr double kLeastSpread = 0.5;
constexpr double kMostSpread = 2;
// Means that are all alike tell no slope from an offset.
constexpr double kSingular = 1e-9;

}  // namespace

void ModelAdaptation::Statistics::add(const Statistics& other) {
  frames += other.frames;
  const auto add_sums = [&](Sums& to, const Sums& from) {
    for (std::size_t d = 0; d < kCepstrumSize; ++d) to[d] += from[d];
  };
  add_sums(one, other.one);
  add_sums(mean, other.mean);
  add_sums(mean_mean, other.mean_mean);
  add_sums(x, other.x);
  add_sums(x_mean, other.x_mean);
  add_sums(x_x, other.x_x);
}

ModelAdaptation::ModelAdaptation(const AcousticModel& model)
    : model_(model), statistics_(model.codebooks.count()), prior_(model.codebooks.count()) {
  const double share = 1.0 / static_cast<double>(model.codebooks.densities());
  for (std::size_t codebook = 0; codebook < prior_.size(); ++codebook) {
    for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
      Statistics& prior = prior_[codebook][stream];
      prior.frames = 1;
      for (std::size_t i = 0; i < model.codebooks.densities(); ++i) {
        const Density density = model.codebooks.density(codebook, stream, i);
        for (std::size_t d = 0; d < kCepstrumSize; ++d) {
          const double one = share * density.precision[d];
          prior.one[d] += one;
          prior.mean[d] += one * density.mean[d];
          prior.mean_mean[d] += one * density.mean[d] * density.mean[d];
        }
      }
    }
  }
}

void ModelAdaptation::accumulate(const Codebooks& current, const PhoneModel& phone,
                                 std::span<const FeatureFrame> frames) {
  if (frames.empty()) return;
  const std::size_t codebook = model_.codebook_of(phone.senones.front());
  tops_.resize(frames.size() * kStreamCount);
  for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
    current.score(codebook, stream, frames, std::span(tops_).subspan(stream));
  }
  find_states(phone, tops_);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    add_frame(codebook, phone.senones[states_[i]], frames[i], &tops_[i * kStreamCount]);
  }
}

// Viterbi from the first state to the last: each frame's likeliest state.
void ModelAdaptation::find_states(const PhoneModel& phone, std::span<const TopDensities> tops) {
  const Transitions& costs = model_.transitions[phone.transitions];
  const std::size_t frames = tops.size() / kStreamCount;
  std::vector<std::array<std::uint8_t, kStatesPerPhone>> from(frames);
  constexpr auto kUnreachable = static_cast<float>(-kImpossible);
  std::array<float, kStatesPerPhone> scores{0, kUnreachable, kUnreachable};
  for (std::size_t i = 0; i < frames; ++i) {
    std::array<float, kStatesPerPhone> next = scores;
    for (std::size_t to = 0; to < kStatesPerPhone; ++to) {
      if (i > 0) next[to] = 2 * kUnreachable;
      for (std::size_t state = 0; i > 0 && state <= to; ++state) {
        const float score = scores[state] - static_cast<float>(costs[state][to]);
        if (score <= next[to]) continue;
        next[to] = score;
        from[i][to] = static_cast<std::uint8_t>(state);
      }
      for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
        next[to] += kNat * std::log(mixture(tops[i * kStreamCount + stream],
                                            model_.weights.row(phone.senones[to], stream)));
      }
    }
    scores = next;
  }
  for (std::size_t state = 0; state < kStatesPerPhone; ++state) {
    scores[state] -= static_cast<float>(costs[state][kStatesPerPhone]);
  }
  states_.resize(frames);
  auto state = static_cast<std::uint8_t>(std::ranges::max_element(scores) - scores.begin());
  for (std::size_t i = frames; i-- > 0;) {
    states_[i] = state;
    state = from[i][state];
  }
}

void ModelAdaptation::add_frame(std::size_t codebook, SenoneId senone, const FeatureFrame& frame,
                                const TopDensities* tops) {
  const auto& linear = linear_weights();
  for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
    const TopDensities& top = tops[stream];
    const std::uint8_t* weights = model_.weights.row(senone, stream);
    const float total = mixture(top, weights);
    Sums one{};
    Sums mean{};
    Statistics& statistics = statistics_[codebook][stream];
    for (std::size_t k = 0; k < kTopDensities; ++k) {
      const double share = top.weight[k] * linear[weights[top.index[k]]] / total;
      const Density density = model_.codebooks.density(codebook, stream, top.index[k]);
      for (std::size_t d = 0; d < kCepstrumSize; ++d) {
        const double weight = share * density.precision[d];
        one[d] += weight;
        mean[d] += weight * density.mean[d];
        statistics.mean_mean[d] += weight * density.mean[d] * density.mean[d];
      }
    }
    statistics.frames += 1;
    for (std::size_t d = 0; d < kCepstrumSize; ++d) {
      const double x = static_cast<double>(frame[stream][d]) / kFeatureUnit;
      statistics.one[d] += one[d];
      statistics.mean[d] += mean[d];
      statistics.x[d] += x * one[d];
      statistics.x_mean[d] += x * mean[d];
      statistics.x_x[d] += x * x * one[d];
    }
  }
}

bool ModelAdaptation::is_speech(std::size_t codebook) const {
  return statistics_.size() == 1 || !model_.definition.is_filler(static_cast<PhoneId>(codebook));
}

// The transform that is likeliest after what was heard and `prior_frames` frames more, spread over
// all densities, on which `prior_transform` is right.
StreamTransform ModelAdaptation::fit(const Statistics& statistics, const Statistics& prior,
                                     double prior_frames, const StreamTransform& prior_transform) {
  StreamTransform result = prior_transform;
  const double more = prior_frames / prior.frames;
  for (std::size_t d = 0; d < kCepstrumSize; ++d) {
    const auto& [slope, offset, spread] = prior_transform[d];
    const double one = statistics.one[d] + more * prior.one[d];
    const double mean = statistics.mean[d] + more * prior.mean[d];
    const double mean_mean = statistics.mean_mean[d] + more * prior.mean_mean[d];
    const double x = statistics.x[d] + more * (slope * prior.mean[d] + offset * prior.one[d]);
    const double x_mean =
        statistics.x_mean[d] + more * (slope * prior.mean_mean[d] + offset * prior.mean[d]);
    const double determinant = one * mean_mean - mean * mean;
    if (!(determinant > kSingular * one * mean_mean)) continue;
    const double a = (one * x_mean - mean * x) / determinant;
    const double b = (mean_mean * x - mean * x_mean) / determinant;
    const double rest = statistics.x_x[d] - 2 * (a * statistics.x_mean[d] + b * statistics.x[d]) +
                        a * a * statistics.mean_mean[d] + 2 * a * b * statistics.mean[d] +
                        b * b * statistics.one[d];
    const double variance =
        (rest + prior_frames * spread * spread) / (statistics.frames + prior_frames);
    result[d] = {a, b, std::clamp(std::sqrt(std::max(variance, 0.0)), kLeastSpread, kMostSpread)};
  }
  return result;
}

Codebooks ModelAdaptation::codebooks() const {
  Codebooks result = model_.codebooks;
  for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
    Statistics speech;
    Statistics prior_speech;
    for (std::size_t codebook = 0; codebook < statistics_.size(); ++codebook) {
      if (!is_speech(codebook)) continue;
      speech.add(statistics_[codebook][stream]);
      prior_speech.add(prior_[codebook][stream]);
    }
    const StreamTransform common = fit(speech, prior_speech, kCommonFrames, {});
    for (std::size_t codebook = 0; codebook < statistics_.size(); ++codebook) {
      result.transform(codebook, stream,
                       fit(statistics_[codebook][stream], prior_[codebook][stream], kClassFrames,
                           is_speech(codebook) ? common : StreamTransform()));
    }
  }
  return result;
}

}  // namespace cmos
