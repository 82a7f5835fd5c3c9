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
      Statistics& usual = prior_[codebook][stream];
      usual.frames = 1;
      for (std::size_t i = 0; i < model.codebooks.densities(); ++i) {
        const Density density = model.codebooks.density(codebook, stream, i);
        for (std::size_t d = 0; d < kCepstrumSize; ++d) {
          const double one = share * density.precision[d];
          usual.one[d] += one;
          usual.mean[d] += one * density.mean[d];
          usual.mean_mean[d] += one * density.mean[d] * density.mean[d];
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
    Statistics& heard = statistics_[codebook][stream];
    for (std::size_t k = 0; k < kTopDensities; ++k) {
      const double share = top.weight[k] * linear[weights[top.index[k]]] / total;
      const Density density = model_.codebooks.density(codebook, stream, top.index[k]);
      for (std::size_t d = 0; d < kCepstrumSize; ++d) {
        const double weight = share * density.precision[d];
        one[d] += weight;
        mean[d] += weight * density.mean[d];
        heard.mean_mean[d] += weight * density.mean[d] * density.mean[d];
      }
    }
    heard.frames += 1;
    for (std::size_t d = 0; d < kCepstrumSize; ++d) {
      const double x = static_cast<double>(frame[stream][d]) / kFeatureUnit;
      heard.one[d] += one[d];
      heard.mean[d] += mean[d];
      heard.x[d] += x * one[d];
      heard.x_mean[d] += x * mean[d];
      heard.x_x[d] += x * x * one[d];
    }
  }
}

bool ModelAdaptation::is_speech(std::size_t codebook) const {
  return statistics_.size() == 1 || !model_.definition.is_filler(static_cast<PhoneId>(codebook));
}

// The transform that is likeliest after what was heard and `usual_frames` frames more, spread over
// all densities, on which `usual_transform` is right.
StreamTransform ModelAdaptation::fit(const Statistics& heard, const Statistics& usual,
                                     double usual_frames, const StreamTransform& usual_transform) {
  StreamTransform result = usual_transform;
  const double more = usual_frames / usual.frames;
  for (std::size_t d = 0; d < kCepstrumSize; ++d) {
    const auto& [slope, offset, spread] = usual_transform[d];
    const double one = heard.one[d] + more * usual.one[d];
    const double mean = heard.mean[d] + more * usual.mean[d];
    const double mean_mean = heard.mean_mean[d] + more * usual.mean_mean[d];
    const double x = heard.x[d] + more * (slope * usual.mean[d] + offset * usual.one[d]);
    const double x_mean =
        heard.x_mean[d] + more * (slope * usual.mean_mean[d] + offset * usual.mean[d]);
    const double determinant = one * mean_mean - mean * mean;
    if (!(determinant > kSingular * one * mean_mean)) continue;
    const double a = (one * x_mean - mean * x) / determinant;
    const double b = (mean_mean * x - mean * x_mean) / determinant;
    const double rest = heard.x_x[d] - 2 * (a * heard.x_mean[d] + b * heard.x[d]) +
                        a * a * heard.mean_mean[d] + 2 * a * b * heard.mean[d] +
                        b * b * heard.one[d];
    const double variance = (rest + usual_frames * spread * spread) / (heard.frames + usual_frames);
    result[d] = {a, b, std::clamp(std::sqrt(std::max(variance, 0.0)), kLeastSpread, kMostSpread)};
  }
  return result;
}

Codebooks ModelAdaptation::codebooks() const {
  Codebooks result = model_.codebooks;
  for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
    Statistics heard_speech;
    Statistics usual_speech;
    for (std::size_t codebook = 0; codebook < statistics_.size(); ++codebook) {
      if (!is_speech(codebook)) continue;
      heard_speech.add(statistics_[codebook][stream]);
      usual_speech.add(prior_[codebook][stream]);
    }
    const StreamTransform common = fit(heard_speech, usual_speech, kCommonFrames, {});
    for (std::size_t codebook = 0; codebook < statistics_.size(); ++codebook) {
      result.transform(codebook, stream,
                       fit(statistics_[codebook][stream], prior_[codebook][stream], kClassFrames,
                           is_speech(codebook) ? common : StreamTransform()));
    }
  }
  return result;
}

}  // namespace cmos
