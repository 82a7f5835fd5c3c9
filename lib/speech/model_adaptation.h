// Fits an acoustic model to the voices, room and microphone of the recording that it is used on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/acoustic_model.h"
#include "speech/codebooks.h"
#include "speech/model_definition.h"

namespace cmos {

// Maximum likelihood linear regression with diagonal matrices (Leggetter and Woodland, Computer
// Speech and Language 9, 1995; variances as Gales and Woodland, 10, 1996), a class for each
// codebook: in every dimension of every stream, means are multiplied and shifted and deviations
// scaled so that the frames heard of the class become likeliest. A class leans on what all speech
// has in common, that on the model as it is, so that few frames change little; silence and noises,
// which the room makes and not a voice, lean on the model alone. The model outlives it. One thread
// at a time.
class ModelAdaptation {
 public:
  explicit ModelAdaptation(const AcousticModel& model);

  // Takes the frames of one phone. `current` are the codebooks they were recognised with, the
  // model's own or those that codebooks() gave: they tell states and densities apart.
  void accumulate(const Codebooks& current, const PhoneModel& phone,
                  std::span<const FeatureFrame> frames);

  // The model's codebooks, fitted to all frames taken; to none, bit for bit the model's own.
  Codebooks codebooks() const;

 private:
  // Sums over frames and densities in each dimension, weighted by what the density has of the
  // frame and by its precision.
  using Sums = std::array<double, kCepstrumSize>;
  struct Statistics {
    double frames = 0;
    Sums one{}, mean{}, mean_mean{};  // Of the model.
    Sums x{}, x_mean{}, x_x{};        // Of the sound.

    void add(const Statistics& other);
  };
  using StreamStatistics = std::array<Statistics, kStreamCount>;

  void find_states(const PhoneModel& phone, std::span<const TopDensities> tops);
  void add_frame(std::size_t codebook, SenoneId senone, const FeatureFrame& frame,
                 const TopDensities* tops);
  bool is_speech(std::size_t codebook) const;
  static StreamTransform fit(const Statistics& statistics, const Statistics& prior,
                             double prior_frames, const StreamTransform& prior_transform);

  const AcousticModel& model_;
  std::vector<StreamStatistics> statistics_;  // By codebook.
  std::vector<StreamStatistics> prior_;       // One frame's, if all densities were equally likely.
  std::vector<TopDensities> tops_;            // Of accumulate(): [frame][stream].
  std::vector<std::uint8_t> states_;          // Of accumulate(): by frame.
};

}  // namespace cmos
