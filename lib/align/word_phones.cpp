#include "align/word_phones.h"

#include <unordered_map>

#include "align/text_pacing.h"

namespace cmos {

std::vector<WordPhones> word_phones(const Episode& episode, const Pronounce& pronounce) {
  const std::vector<SpokenWord> spoken = estimate_speech(episode);
  std::vector<WordPhones> result(episode.words.size());
  std::unordered_map<std::string_view, std::size_t> first_use;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Word& word = episode.words[i];
    if (i > 0) result[i].break_before = spoken[i - 1].after;
    if (word.is_note) continue;
    const auto [known, is_new] = first_use.try_emplace(word.text, i);
    result[i].pronunciations = is_new ? pronounce(word.text) : result[known->second].pronunciations;
  }
  for (const Turn& turn : episode.turns) {
    if (turn.first_word < result.size()) result[turn.first_word].stamp = turn.stamp;
  }
  return result;
}

}  // namespace cmos
