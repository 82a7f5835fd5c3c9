#include "faults.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string_view>

namespace cmos {
namespace {

// Words of other languages that English letter-to-sound rules can read.
constexpr std::array<std::string_view, 10> kForeignWords{
    "Schmetterling",  "zwischendurch", "bonjour",        "mademoiselle", "szeretettel",
    "Entschuldigung", "aujourd'hui",   "wahrscheinlich", "desayuno",     "przepraszam"};

// Uniform in [0, 1); the standard's distributions differ between libraries, its engines do not.
double uniform(std::mt19937& random) {
  return static_cast<double>(random()) / 4294967296.0;
}

void change_words(const Faults& faults, std::mt19937& random, Episode& episode,
                  WordOrigins& origins) {
  std::vector<Word> words;
  std::vector<std::size_t> new_index;
  for (std::size_t i = 0; i < episode.words.size(); ++i) {
    new_index.push_back(words.size());
    if (uniform(random) * 100 < faults.foreign) {
      words.push_back({std::string(kForeignWords[random() % kForeignWords.size()]), {}, {}, false});
      origins.emplace_back();
    }
    if (uniform(random) * 100 < faults.missing) continue;
    words.push_back(episode.words[i]);
    origins.emplace_back(i);
  }
  new_index.push_back(words.size());
  episode.words = std::move(words);
  for (Turn& turn : episode.turns) {
    turn.first_word = new_index[turn.first_word];
    turn.end_word = new_index[turn.end_word];
    for (std::size_t& word : turn.paragraphs) word = new_index[word];
  }
  std::erase_if(episode.turns, [](const Turn& turn) { return turn.first_word == turn.end_word; });
}

}  // namespace

WordOrigins make_faulty(const Faults& faults, Episode& episode) {
  std::mt19937 random(1);
  WordOrigins origins;
  change_words(faults, random, episode, origins);
  for (Turn& turn : episode.turns) {
    if (!turn.stamp) continue;
    double seconds = static_cast<double>(turn.stamp->count()) / 1000;
    if (faults.stamp_shift) seconds += *faults.stamp_shift;
    if (faults.stamp_scatter) seconds += (uniform(random) * 2 - 1) * *faults.stamp_scatter;
    turn.stamp = std::chrono::seconds(std::lround(std::max(seconds, 0.0)));
    if (faults.no_stamps) turn.stamp.reset();
  }
  return origins;
}

}  // namespace cmos
