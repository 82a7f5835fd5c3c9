// Longer sounds of the small world, and the texts that they may say.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "align/tiny_model.h"

namespace tiny {

inline constexpr std::size_t kPhoneFrames = 8;
inline constexpr std::size_t kPhonesPerWord = 4;
inline constexpr std::size_t kWordFrames = kPhoneFrames * kPhonesPerWord;

// Words of four phones by chance, no two neighbours of which are the same.
inline std::vector<std::string> text(std::size_t word_count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> words(word_count);
  char last = 0;
  for (std::string& word : words) {
    while (word.size() < kPhonesPerWord) {
      const char phone = static_cast<char>('a' + random() % 6);
      if (phone != last) word += phone;
      last = phone;
    }
  }
  return words;
}

inline std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += word + ' ';
  return result;
}

// A sound and the text that it may say.
struct Recording {
  explicit Recording(std::vector<std::string> said) : words(std::move(said)) {
    sound.say("_", 400);
  }
  Recording& say(std::size_t first, std::size_t end) {
    for (std::size_t w = first; w < end; ++w) sound.say(words[w], kPhoneFrames);
    return *this;
  }
  Recording& say_other(std::size_t frames) {
    sound.say("x", frames);
    return *this;
  }

  std::vector<std::string> words;
  Sound sound;
};

}  // namespace tiny
