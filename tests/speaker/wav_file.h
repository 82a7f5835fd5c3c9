// What can be heard in a WAV file, without anything that the speaker says about it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cmos/time.h"
#include "support/process.h"

class WavFile {
 public:
  static constexpr std::size_t kHeader = 44;

  explicit WavFile(const std::filesystem::path& path) {
    const auto bytes = content_of(path);
    if (bytes.size() < kHeader || !bytes.starts_with("RIFF")) return;
    std::memcpy(&rate_, &bytes[24], 4);
    samples_.resize((bytes.size() - kHeader) / 2);
    std::memcpy(samples_.data(), &bytes[kHeader], 2 * samples_.size());
  }

  std::uint32_t rate() const { return rate_; }
  const std::vector<std::int16_t>& samples() const { return samples_; }

  // dB relative to full scale, RMS; -100 of digital silence.
  double level(cmos::Time from, cmos::Time to) const {
    double sum = 0;
    const auto begin = index(from);
    const auto end = index(to);
    for (auto i = begin; i < end; ++i) sum += std::pow(samples_[i] / 32768.0, 2);
    return end <= begin || sum == 0 ? -100
                                    : 10 * std::log10(sum / static_cast<double>(end - begin));
  }

  // The first moment in [from, to) at which the sound is louder than `decibels`, in 5 ms windows.
  std::optional<cmos::Time> onset(cmos::Time from, cmos::Time to, double decibels) const {
    for (auto time = from; time < to; ++time) {
      if (level(time, time + cmos::Time(5)) > decibels) return time + cmos::Time(2);
    }
    return std::nullopt;
  }

  // The moment within 50 ms of `near` at which a vowel turns into an s: sign changes grow from less
  // to more than 4,000 a second, in 10 ms windows.
  std::optional<cmos::Time> hiss_onset(cmos::Time near) const {
    std::optional<cmos::Time> best;
    for (auto time = near - cmos::Time(50); time < near + cmos::Time(50); ++time) {
      const bool rises = sign_changes(time) < 40 && sign_changes(time + cmos::Time(1)) >= 40;
      if (rises && (!best || std::chrono::abs(time - near) < std::chrono::abs(*best - near)))
        best = time;
    }
    return best;
  }

  // The moment within 70 ms of `near` at which a nasal's murmur turns into a vowel: from the 20 ms
  // before it to those behind it, high frequencies grow most.
  cmos::Time murmur_end(cmos::Time near) const {
    const auto growth = [&](cmos::Time time) {
      return high_level(time, time + cmos::Time(20)) - high_level(time - cmos::Time(20), time);
    };
    auto best = near - cmos::Time(70);
    for (auto time = best; time <= near + cmos::Time(70); ++time) {
      if (growth(time) > growth(best)) best = time;
    }
    return best;
  }

 private:
  // In dB, of the samples' second differences, which hold little below 1 kHz.
  double high_level(cmos::Time from, cmos::Time to) const {
    double sum = 1;
    const auto end = std::min(index(to), samples_.size() - 1);
    for (auto i = std::max<std::size_t>(index(from), 1); i < end; ++i) {
      sum += std::pow(samples_[i - 1] - 2 * samples_[i] + samples_[i + 1], 2);
    }
    return 10 * std::log10(sum);
  }

  std::size_t index(cmos::Time time) const {
    const auto at =
        static_cast<std::size_t>(std::max<std::int64_t>(time.count(), 0)) * rate_ / 1000;
    return std::min(at, samples_.size());
  }

  int sign_changes(cmos::Time middle) const {
    int count = 0;
    const auto end = index(middle + cmos::Time(5));
    for (auto i = index(middle - cmos::Time(5)) + 1; i < end; ++i) {
      count += (samples_[i - 1] < 0) != (samples_[i] < 0) ? 1 : 0;
    }
    return count;
  }

  std::uint32_t rate_ = 0;
  std::vector<std::int16_t> samples_;
};
