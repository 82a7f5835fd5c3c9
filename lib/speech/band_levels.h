// How loud a sound is in four bands, finer in time than the frames of an acoustic model.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cmos {

// Takes samples as they come and keeps, every 5 ms, the levels of the octaves up to 1, 2, 4 and 8
// kHz: 800 bytes a second. The octaves are split by Daubechies' orthogonal wavelet of eight
// coefficients (Ten Lectures on Wavelets, 1992, table 6.1); an energy is the mean over the 5 ms
// (half its weight) and those before and behind it. The same samples give the same levels, however
// they are cut into calls.
class BandLevels {
 public:
  static constexpr std::size_t kBands = 4;
  static constexpr std::size_t kStep = 80;  // Samples at 16 kHz.
  static constexpr int kStepMilliseconds = 5;
  static constexpr int kPerNat = 8;
  // By band, the lowest first: the logarithm of the energy, in 1/kPerNat nat, from about 73 dB
  // below full scale on.
  using Levels = std::array<std::uint8_t, kBands>;

  // Samples are between -1 and 1 at 16 kHz.
  void consume(std::span<const float> samples);
  void finish();  // Once, after the last sample; less than a step is dropped.

  // Step k is about the sound from k * kStepMilliseconds on. Whole after finish().
  std::span<const Levels> steps() const { return steps_; }

 private:
  static constexpr std::size_t kTaps = 8;
  static constexpr std::size_t kSplits = kBands - 1;
  using Energies = std::array<float, kBands>;

  void add_step();
  Energies energies();
  float split(std::size_t which, std::size_t count);
  void add_levels(const Energies& next);

  std::array<float, kStep> samples_{};  // Of the step to come.
  std::size_t sample_count_ = 0;
  float previous_sample_ = 0;
  // What is to be split, behind its last kTaps - 1 values of the step before.
  std::array<std::array<float, kTaps - 1 + kStep>, kBands> signals_{};
  Energies before_{};
  Energies current_{};
  bool has_current_ = false;
  std::vector<Levels> steps_;
};

}  // namespace cmos
