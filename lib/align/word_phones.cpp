#include "align/word_phones.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "align/text_pacing.h"
#include "language/normalised_word.h"

namespace cmos {
namespace {

// What people of the languages at hand write for it.
constexpr std::array<std::string_view, 16> kHesitations{"ah", "eh",  "ehm", "er", "erm", "euh",
                                                        "hm", "hmm", "mhm", "mm", "uh",  "uhm",
                                                        "um", "äh",  "ähm", "öh"};

bool is_hesitation(std::string_view word) {
  return std::ranges::find(kHesitations, normalised_word(word)) != kHesitations.end();
}

}  // namespace

std::vector<WordPhones> word_phones(const Episode& episode, const Pronounce& pronounce) {
  const std::vector<SpokenWord> spoken = estimate_speech(episode);
  std::vector<WordPhones> result(episode.words.size());
  std::vector<std::string_view> phrase;
  const auto end_phrase = [&](std::size_t end) {
    auto ways = pronounce(phrase);
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      result[end - phrase.size() + i].pronunciations = std::move(ways[i]);
    }
    phrase.clear();
  };
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Word& word = episode.words[i];
    if (i > 0) result[i].break_before = spoken[i - 1].after;
    if (result[i].break_before != Break::none || word.is_note) end_phrase(i);
    if (word.is_note) continue;
    result[i].is_hesitation = is_hesitation(word.text);
    phrase.push_back(word.text);
  }
  end_phrase(result.size());
  for (const Turn& turn : episode.turns) {
    if (turn.first_word < result.size()) result[turn.first_word].stamp = turn.stamp;
  }
  for (const KnownTime& known : episode.known_times) {
    WordPhones& word = result[known.word];
    (known.is_end ? word.known_end : word.known_start) = known.time;
  }
  return result;
}

}  // namespace cmos
