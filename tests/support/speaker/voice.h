// Voices of Debian's speech synthesizers that tell when they say each word.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cmos::speaker {

using Seconds = std::chrono::duration<double>;

struct SpokenWord {
  // Missing where the word is not spoken or the synthesizer does not tell the time to within some
  // milliseconds.
  std::optional<Seconds> start;
  std::optional<Seconds> end;
};

// Times count from the first sample.
struct Speech {
  std::vector<float> samples;  // Mono, -1 to 1.
  int rate = 0;                // Samples a second.
  std::vector<SpokenWord> words;
  Seconds start{0};  // Of the first sound that belongs to a word; equal to the end if none does.
  Seconds end{0};
};

// Not thread-safe, nor are two voices: both synthesizers keep global state.
class Voice {
 public:
  virtual ~Voice() = default;

  // Says the words, UTF-8 without white space, as one utterance. The result has one entry for each.
  virtual Speech speak(const std::vector<std::string>& words) = 0;
};

// "flite:kal16", "flite:rms", "flite:slt", "flite:awb", or "espeak:" and a name that espeak-ng
// knows: "espeak:en+m7". Throws std::runtime_error if there is no such voice.
std::unique_ptr<Voice> make_voice(const std::string& name);

}  // namespace cmos::speaker
