// Samples that are not speech, and what is done to samples.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace cmos::speaker {

// Bandlimited, without delay: a sound at time t stays at time t.
std::vector<float> resample(const std::vector<float>& samples, int from_rate, int to_rate);

// Root mean square relative to full scale; 0 of nothing.
double rms(std::span<const float> samples);

double decibels_to_factor(double decibels);

// Plucked chords, two a second, RMS near 0.1, fading out over the last second.
std::vector<float> music(std::size_t count, int rate);

// White noise up to 8 kHz, which is what the voices reach, RMS 1; the same in each call.
std::vector<float> noise(std::size_t count, int rate);

}  // namespace cmos::speaker
