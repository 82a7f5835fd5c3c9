// The MFCC front end: sound as mel-frequency cepstra, what of a spectrum's shape an acoustic model
// looks at.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/feature_options.h"
#include "speech/frame.h"
#include "speech/noise_suppressor.h"

namespace cmos {

// Mel-frequency cepstral coefficients in 1/256 of the model's units (codebooks.h).
using Cepstrum = std::array<std::int16_t, kCepstrumSize>;

// Computes cepstra as SphinxBase's front end does (fe_sigproc.c): pre-emphasis, Hamming window,
// power spectrum, triangular mel filters of unit area, noise suppression (noise_suppressor.h),
// logarithm, cosine transform, lifter. Frame t sees the samples from t * kFrameStep on; only whole
// windows give frames. Works in batches, so that frames come out a little late. The same samples
// give the same bits, however they are cut into calls and whatever the processor.
class MfccFrontEnd {
 public:
  explicit MfccFrontEnd(const FeatureOptions& options);

  // Appends the frames that are complete. Samples are between -1 and 1 at 16 kHz.
  void consume(std::span<const float> samples, std::vector<Cepstrum>& cepstra);
  // Appends the last frames.
  void finish(std::vector<Cepstrum>& cepstra);

 private:
  static constexpr std::size_t kLanes = 8;  // Frames of a batch.
  static constexpr std::size_t kSize = 512;
  static constexpr std::size_t kHalf = kSize / 2;
  using Lanes = std::array<float, kLanes>;

  struct Filter {
    std::size_t first_bin;
    std::vector<float> weights;
  };

  void make_tables();
  void make_filters(const FeatureOptions& options);
  void make_cosines(const FeatureOptions& options);
  void window_frames(const float* samples, std::size_t frame_count);
  void transform();
  void compute_power();
  void compute_cepstra(std::size_t frame_count, std::vector<Cepstrum>& cepstra);
  void process_batch(const float* samples, std::size_t frame_count, std::vector<Cepstrum>& cepstra);

  int window_size_;
  bool remove_offset_;
  float pre_emphasis_;
  float previous_sample_ = 0;
  NoiseSuppressor noise_suppressor_;
  std::vector<float> pending_;  // Pre-emphasised samples that still belong to frames to come.
  std::vector<float> window_;
  std::array<float, kHalf> cosines_;  // Of 2 pi i / kSize.
  std::array<float, kHalf> sines_;
  std::array<std::uint8_t, kHalf> reversed_;
  std::vector<Filter> filters_;
  std::vector<float> cosine_transform_;  // [coefficient][filter], lifter included.
  std::array<Lanes, kHalf> real_;
  std::array<Lanes, kHalf> imaginary_;
  std::array<Lanes, kHalf + 1> power_;
  std::vector<Lanes> log_energies_;
};

}  // namespace cmos
