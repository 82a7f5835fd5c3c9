#include "support/speaker/espeak_voice.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "base/unicode.h"

namespace cmos::speaker {
namespace {

// A stop's closure is part of it, and a vowel behind a liquid or nasal is announced only after the
// transition into it; in both cases the word's own event tells its start. Behind a nasal the event
// comes before the last of its murmur (34 to 50 ms at 84 places looked at). All other phonemes are
// announced where they sound, fricatives 12 ms after the word's event. (espeak-ng 1.51,
// Generate().)
constexpr std::string_view kStops = "ptkbdg";
constexpr std::string_view kVowels = "aeiouAEIOUV03@&";
constexpr std::string_view kNasals = "mnN";
constexpr Seconds kMurmur(0.045);

struct Synthesis {
  std::vector<float> samples;
  std::vector<espeak_EVENT> events;  // Words, phonemes and ends of clauses.
};

int collect(short* samples, int count, espeak_EVENT* events) {
  auto& synthesis = *static_cast<Synthesis*>(events->user_data);
  for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
    synthesis.events.push_back(*events);
  }
  if (samples != nullptr) {
    std::transform(samples, samples + count, std::back_inserter(synthesis.samples),
                   [](short sample) { return static_cast<float>(sample) / 32768.0F; });
  }
  return 0;
}

// Text for espeak-ng. Its words without a letter or digit are left out, as espeak-ng loses its
// place at some of them ("C++ - or").
struct Text {
  std::string utf8;
  std::vector<std::size_t> words;  // Indices of those that are in it,
  std::vector<int> positions;      // and where they start, in characters from 1 as events count.
};

// Between words without punctuation stands a no-break space: it keeps espeak-ng from saying two of
// them as one ("of the"), whose inner boundary no event tells.
Text join(const std::vector<std::string>& words) {
  Text text;
  int position = 1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    if (!has_letter_or_digit(word)) continue;
    if (!text.utf8.empty()) {
      const bool plain = std::isalnum(static_cast<unsigned char>(text.utf8.back())) != 0;
      text.utf8 += plain ? "\u00a0" : " ";
      ++position;
    }
    text.words.push_back(i);
    text.positions.push_back(position);
    text.utf8 += word;
    position += static_cast<int>(
        std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }
  return text;
}

// Turns the stream of events into word times.
class WordTimes {
 public:
  WordTimes(const Text& text, Speech& speech) : text_(text), speech_(speech) {}

  void take(const espeak_EVENT& event) {
    const Seconds time = std::chrono::milliseconds(event.audio_position);
    switch (event.type) {
      case espeakEVENT_WORD:
        closure_ = sounding_;
        word_event_ = time;
        stop(time);
        previous_ = std::exchange(current_, word_at(event.text_position));
        break;
      case espeakEVENT_PHONEME:
        if (event.id.string[0] == '_') {
          stop(time);
          closure_ = false;
        } else {
          sound(event.id.string[0], time);
        }
        break;
      case espeakEVENT_END:
        stop(time);
        break;
      default:
        break;
    }
  }

 private:
  std::size_t word_at(int position) const {
    const auto behind = std::ranges::upper_bound(text_.positions, position);
    const auto index = std::max<std::ptrdiff_t>(behind - text_.positions.begin() - 1, 0);
    return text_.words[static_cast<std::size_t>(index)];
  }

  void sound(char phoneme, Seconds time) {
    auto& word = speech_.words[current_];
    if (!word.start) {
      word.start = start_of(phoneme, time);
      if (speech_.end == Seconds(0)) speech_.start = *word.start;
    }
    sounding_ = true;
    phoneme_ = phoneme;
  }

  // Of the current word, whose first phoneme is announced at a time.
  Seconds start_of(char phoneme, Seconds time) {
    const auto is_one_of = [](std::string_view phonemes, char one) {
      return phonemes.find(one) != std::string_view::npos;
    };
    if (closure_ && is_one_of(kStops, phoneme)) return word_event_;
    if (!closure_ || !is_one_of(kVowels, phoneme)) return time;
    if (!is_one_of(kNasals, phoneme_)) return word_event_;
    speech_.words[previous_].end = word_event_ + kMurmur;
    return word_event_ + kMurmur;
  }

  void stop(Seconds time) {
    if (sounding_) speech_.words[current_].end = speech_.end = time;
    sounding_ = false;
  }

  const Text& text_;
  Speech& speech_;
  std::size_t current_ = 0;
  std::size_t previous_ = 0;
  char phoneme_ = 0;  // The last one announced.
  Seconds word_event_{0};
  bool closure_ = false;   // Whether the current word follows the one before without a pause.
  bool sounding_ = false;  // Between a phoneme of the current word and its end.
};

// A word without an event was said together with the one before it, whose end is then unknown.
void forget_merged_ends(const std::vector<std::string>& words, Speech& speech) {
  for (std::size_t i = words.size(); i-- > 1;) {
    if (!speech.words[i].start && has_letter_or_digit(words[i])) speech.words[i - 1].end.reset();
  }
}

// Starts espeak-ng, once for the program, and returns its sample rate.
int start_espeak() {
  static const int rate =
      espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr,
                        espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0) throw std::runtime_error("espeak-ng does not start: is its data installed?");
  espeak_SetSynthCallback(collect);
  return rate;
}

class EspeakVoice : public Voice {
 public:
  explicit EspeakVoice(const std::string& name) : name_(name), rate_(start_espeak()) {
    if (espeak_SetVoiceByName(name.c_str()) != EE_OK) {
      throw std::runtime_error("no espeak-ng voice \"" + name + "\"");
    }
  }

  Speech speak(const std::vector<std::string>& words) override {
    Speech speech;
    speech.rate = rate_;
    speech.words.resize(words.size());
    const Text text = join(words);
    if (text.words.empty()) return speech;
    Synthesis synthesis;
    espeak_SetVoiceByName(name_.c_str());
    const auto result = espeak_Synth(text.utf8.c_str(), text.utf8.size() + 1, 0, POS_CHARACTER, 0,
                                     espeakCHARS_UTF8 | espeakENDPAUSE, nullptr, &synthesis);
    if (result != EE_OK) throw std::runtime_error("espeak-ng cannot say \"" + text.utf8 + "\"");
    speech.samples = std::move(synthesis.samples);
    WordTimes times(text, speech);
    for (const auto& event : synthesis.events) times.take(event);
    forget_merged_ends(words, speech);
    return speech;
  }

 private:
  std::string name_;
  int rate_;
};

}  // namespace

std::unique_ptr<Voice> make_espeak_voice(const std::string& name) {
  return std::make_unique<EspeakVoice>(name);
}

}  // namespace cmos::speaker
