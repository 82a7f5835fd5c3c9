// From cepstra to the features that densities are scored with.
#pragma once

#include <cstddef>
#include <span>

#include "speech/codebooks.h"
#include "speech/mfcc.h"

namespace cmos {

// The mean of the frames that hold speech, which is taken off each frame ("-cmn batch"): it is what
// room, microphone and voice have in common. A frame holds speech if its energy (coefficient 0)
// lies above the middle between the quiet and the loud frames (10th and 95th percentile).
Cepstrum cepstral_mean(std::span<const Cepstrum> cepstra);

// Features of frame `frame`: the cepstrum without its mean, c[t+2] - c[t-2], and
// (c[t+3] - c[t-1]) - (c[t+1] - c[t-3]) (SphinxBase, feat.c, 1s_c_d_dd). Frames before the first
// and behind the last count as these.
FeatureFrame features_at(std::span<const Cepstrum> cepstra, std::size_t frame,
                         const Cepstrum& mean);

}  // namespace cmos
