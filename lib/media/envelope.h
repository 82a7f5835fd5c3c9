// What stretches as long as a syllable are like. Inside lib/media only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "media/levels.h"

namespace cmos {

// The 250 ms around a frame.
struct Envelope {
  Level loudest;     // Of its frames.
  Level modulation;  // The loudest less their mean.
};

// For each frame.
std::vector<Envelope> make_envelope(std::span<const Level> levels);

// How often each level is the loudest of 250 ms, in half decibels from digital silence up. Ranges
// of bins are half-open.
class EnvelopeHistogram {
 public:
  static constexpr int kBins = 240;  // Up to 20 dB.

  explicit EnvelopeHistogram(std::span<const Envelope> envelope);

  // Puts all that is softer into the bin of that level.
  void raise_floor(int level);

  std::uint32_t count(int begin, int end) const;
  int percentile(int begin, int end, int percent) const;  // A level; there is something between.
  int mean_modulation(int begin, int end) const;

  // The bin that parts [0, end) best, by Otsu: the one that begins the upper class. Nothing if all
  // is in one bin.
  std::optional<int> parting(int end) const;

 private:
  std::array<std::uint32_t, kBins> counts_{};
  std::array<std::uint32_t, kBins> modulations_{};  // Sums.
};

}  // namespace cmos
