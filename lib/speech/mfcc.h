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
#include "speech/mfcc_kernel.h"
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
  struct Filter {
    std::size_t first_bin;
    std::vector<float> weights;
  };

  void make_tables();
  void make_filters(const FeatureOptions& options);
  void make_cosines(const FeatureOptions& options);
  void window_frames(const float* samples, std::size_t frame_count);
  void compute_cepstra(std::size_t frame_count, std::vector<Cepstrum>& cepstra);
  void process_batch(const float* samples, std::size_t frame_count, std::vector<Cepstrum>& cepstra);

  int window_size_;
  bool remove_offset_;
  float pre_emphasis_;
  float previous_sample_ = 0;
  NoiseSuppressor noise_suppressor_;
  std::vector<float> pending_;  // Pre-emphasised samples that still belong to frames to come.
  std::vector<float> window_;
  FourierTables tables_;
  std::array<std::uint8_t, kFourierHalf> reversed_;
  std::vector<Filter> filters_;
  std::vector<float> cosine_transform_;  // [coefficient][filter], lifter included.
  Spectra spectra_;
  std::vector<MfccLanes> log_energies_;
};

}  // namespace cmos
