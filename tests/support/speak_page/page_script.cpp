#include "support/speak_page/page_script.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>

namespace cmos::speaker {
namespace {

// Said by somebody who is not on the page, as an inserted advertisement is.
constexpr std::array<const char*, 5> kAdvertisement{
    "This episode is brought to you by the Society of Slow Gardeners.",
    "Do you own a lawn that grows faster than you can look at it?",
    "Our members have planted eleven thousand snails, and not one of them is in a hurry.",
    "Come to the annual meeting in the old greenhouse, bring a chair, and wait with us.",
    "The first year is free, and nobody remembers how long the second one takes."};
constexpr double kWordsPerSecond = 2.7;

// Lengths of pauses: irregular, and the same for the same page.
class Pauses {
 public:
  Seconds between(int least, int most) {
    const auto span = static_cast<unsigned>(most - least + 1);
    return std::chrono::milliseconds(least + static_cast<int>(random_() % span));
  }

 private:
  std::minstd_rand random_;
};

bool ends_sentence(std::string_view word) {
  constexpr std::array<std::string_view, 6> kClosing{"\"", "'", ")", "]", "”", "’"};
  const auto closes = [&](std::string_view mark) { return word.ends_with(mark); };
  for (auto mark = kClosing.begin();
       (mark = std::ranges::find_if(kClosing, closes)) != kClosing.end();) {
    word.remove_suffix(mark->size());
  }
  return word.ends_with('.') || word.ends_with('?') || word.ends_with('!') || word.ends_with("…");
}

class ScriptWriter {
 public:
  ScriptWriter(const Episode& episode, const Reading& reading)
      : episode_(episode), reading_(reading) {
    script_.intro = reading.intro;
    script_.tail = Seconds(0.5);
    script_.snr = reading.snr;
  }

  Script write() {
    const auto middle = episode_.turns.size() / 2;
    for (std::size_t turn = 0; turn < episode_.turns.size(); ++turn) {
      if (turn == middle) add_untranscribed();
      add_turn(episode_.turns[turn]);
    }
    return std::move(script_);
  }

 private:
  void add_turn(const Turn& turn) {
    const auto& voice = reading_.voices[turn.speaker % reading_.voices.size()];
    auto pause = pauses_.between(250, 650);
    for (auto word = turn.first_word; word < turn.end_word;) {
      const auto end = end_of_sentence(turn, word);
      const auto text = text_of(word, end);
      if (!text.empty()) {
        script_.lines.push_back({voice, text, pause});
        pause = pauses_.between(250, 450);
      }
      if (starts_paragraph(turn, end)) pause = pauses_.between(500, 800);
      word = end;
    }
  }

  void add_untranscribed() {
    double left = reading_.untranscribed.count() * kWordsPerSecond;
    for (std::size_t i = 0; left > 0; i = (i + 1) % kAdvertisement.size()) {
      const std::string text = kAdvertisement[i];
      script_.lines.push_back({reading_.voices.back(), text, pauses_.between(250, 450)});
      script_.lines.back().transcribed = false;
      left -= 1 + static_cast<double>(std::count(text.begin(), text.end(), ' '));
    }
  }

  static bool starts_paragraph(const Turn& turn, std::size_t word) {
    return std::ranges::binary_search(turn.paragraphs, word);
  }

  std::size_t end_of_sentence(const Turn& turn, std::size_t word) const {
    while (++word < turn.end_word) {
      if (ends_sentence(episode_.words[word - 1].text) || starts_paragraph(turn, word)) break;
    }
    return word;
  }

  std::string text_of(std::size_t word, std::size_t end) const {
    std::string text;
    for (; word < end; ++word) {
      if (episode_.words[word].is_note) continue;
      if (!text.empty()) text += ' ';
      text += episode_.words[word].text;
    }
    return text;
  }

  const Episode& episode_;
  const Reading& reading_;
  Script script_;
  Pauses pauses_;
};

}  // namespace

Script script_of(const Episode& episode, const Reading& reading) {
  return ScriptWriter(episode, reading).write();
}

Truth with_notes(const Episode& episode, const Truth& spoken) {
  Truth truth{spoken.duration, {}, spoken.lines};
  auto next = spoken.words.begin();
  for (const auto& word : episode.words) {
    if (word.is_note) {
      const auto line = truth.words.empty() ? 0 : truth.words.back().line;
      truth.words.push_back({word.text, std::nullopt, std::nullopt, line});
    } else {
      truth.words.push_back(*next++);
    }
  }
  return truth;
}

std::vector<Time> turn_starts(const Episode& episode, const Truth& truth) {
  std::vector<Time> starts;
  for (const auto& turn : episode.turns) {
    Time start = starts.empty() ? Time(0) : starts.back();
    for (auto word = turn.first_word; word < turn.end_word; ++word) {
      if (!truth.words[word].start) continue;
      start = *truth.words[word].start;
      break;
    }
    starts.push_back(start);
  }
  return starts;
}

}  // namespace cmos::speaker
