// How a model wants its features: the file `feat.params` of a Sphinx acoustic model.
#pragma once

#include <chrono>
#include <string_view>

#include "cmos/error.h"

namespace cmos {

// Cepstral coefficients a frame, and streams (cepstra, their change, the change of that).
constexpr int kCepstrumSize = 13;
constexpr int kStreamCount = 3;

enum class CosineTransform { legacy, dct, htk };

// Defaults are SphinxBase's (fe.h) where it has them.
struct FeatureOptions {
  double lower_frequency = 133.33334;  // Hz, edges of the filter bank.
  double upper_frequency = 6855.4976;
  int filter_count = 40;
  double pre_emphasis = 0.97;
  std::chrono::duration<double> window{0.025625};  // What a frame sees.
  CosineTransform transform = CosineTransform::legacy;
  int lifter = 0;              // 0: none.
  bool round_filters = true;   // Edges drawn to bins of the Fourier transform.
  bool remove_offset = false;  // -remove_dc.
};

// Reads "-name value" pairs. Options that change nothing here (-dither, -agc none, -cmninit, ...)
// are passed over; those that ask for other features than 1s_c_d_dd in three streams at 16 kHz and
// 100 frames a second are errors [model-unsupported]; values that are no numbers or out of range
// are [model-damaged].
Result<FeatureOptions> parse_feature_options(std::string_view text);

}  // namespace cmos
