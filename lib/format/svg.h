// The waveform with its chapters as a picture: .svg.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "cmos/chapter.h"
#include "episode/episode.h"

namespace cmos {

// For a README or an article; in light and in dark. `peaks`: kPeakRate a second; without any, the
// chapters alone.
std::string write_svg(const Episode& episode, const Chapters& chapters, Time duration,
                      std::span<const std::uint8_t> peaks);

}  // namespace cmos
