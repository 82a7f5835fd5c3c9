#include "support/speaker/recording.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <sstream>

#include "support/speaker/sound.h"

namespace cmos::speaker {
namespace {

std::int64_t to_samples(Seconds time) {
  return std::llround(time.count() * kRecordingRate);
}

Time to_time(std::int64_t samples) {
  return Time((samples * 1000 + kRecordingRate / 2) / kRecordingRate);
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// Puts lines one after the other on a track.
class Track {
 public:
  explicit Track(Seconds intro) : cursor_(to_samples(intro)) {
    recording_.samples = music(static_cast<std::size_t>(cursor_), kRecordingRate);
  }

  void append(const Line& line) {
    const auto words = split(line.text);
    cursor_ += to_samples(line.silence);
    Speech speech;
    if (!words.empty()) speech = voice(line.voice).speak(words);
    // The line's first sound lies at the cursor; what sounds before it (breath, noise) overlaps.
    const auto offset = cursor_ - to_samples(speech.start);
    mix(speech, offset, line.gain);
    if (line.transcribed) note_words(line, words, speech, offset);
    cursor_ = offset + to_samples(speech.end);
  }

  Recording finish(Seconds tail, std::optional<double> snr) {
    auto& samples = recording_.samples;
    samples.resize(std::max(samples.size(), static_cast<std::size_t>(cursor_ + to_samples(tail))));
    if (snr) {
      const auto hiss = noise(samples.size(), kRecordingRate);
      const auto factor = static_cast<float>(decibels_to_factor(kSpeechLevel - *snr));
      for (std::size_t i = 0; i < samples.size(); ++i) samples[i] += factor * hiss[i];
    }
    recording_.truth.duration = to_time(static_cast<std::int64_t>(samples.size()));
    return std::move(recording_);
  }

 private:
  Voice& voice(const std::string& name) {
    auto& voice = voices_[name];
    if (!voice) voice = make_voice(name);
    return *voice;
  }

  void mix(const Speech& speech, std::int64_t offset, double gain) {
    const auto sound = resample(speech.samples, speech.rate, kRecordingRate);
    const auto begin = static_cast<std::size_t>(to_samples(speech.start));
    const auto end = std::min(static_cast<std::size_t>(to_samples(speech.end)), sound.size());
    if (begin >= end) return;
    const double level = rms(std::span(sound).subspan(begin, end - begin));
    if (level == 0) return;
    const auto factor = static_cast<float>(decibels_to_factor(kSpeechLevel + gain) / level);
    const auto skipped = static_cast<std::size_t>(std::max<std::int64_t>(-offset, 0));
    const auto first = static_cast<std::size_t>(std::max<std::int64_t>(offset, 0));
    auto& samples = recording_.samples;
    samples.resize(std::max(samples.size(), first + sound.size() - skipped));
    for (std::size_t k = skipped; k < sound.size(); ++k) {
      samples[first + k - skipped] += factor * sound[k];
    }
  }

  void note_words(const Line& line, const std::vector<std::string>& words, const Speech& speech,
                  std::int64_t offset) {
    const auto at = [&](Seconds time) { return to_time(offset + to_samples(time)); };
    auto& truth = recording_.truth;
    for (std::size_t i = 0; i < words.size(); ++i) {
      TrueWord word{words[i], std::nullopt, std::nullopt, truth.lines.size()};
      const auto& spoken = speech.words[i];
      if (spoken.start) word.start = at(*spoken.start);
      if (spoken.end) word.end = at(*spoken.end);
      truth.words.push_back(word);
    }
    truth.lines.push_back({{at(speech.start), at(speech.end)}, line.voice});
  }

  Recording recording_;
  std::int64_t cursor_;  // End of the last sound that belongs to a word, in samples.
  std::map<std::string, std::unique_ptr<Voice>> voices_;
};

}  // namespace

Recording record(const Script& script) {
  Track track(script.intro);
  for (const auto& line : script.lines) track.append(line);
  return track.finish(script.tail, script.snr);
}

}  // namespace cmos::speaker
