#include "speech/phrase_pronouncer.h"

#include <algorithm>
#include <cstddef>

#include "speech/espeak_voice.h"
#include "speech/read_word.h"

namespace cmos {

std::vector<std::vector<Phones>> PhrasePronouncer::pronounce(
    std::span<const std::string_view> phrase) {
  std::vector<std::vector<Phones>> ways;
  std::vector<const Word*> words;
  ways.reserve(phrase.size());
  words.reserve(phrase.size());
  for (const auto shown : phrase) {
    words.push_back(&known(shown));
    ways.push_back(words.back()->ways);
  }
  // What the voice does not read parts what it reads.
  for (std::size_t begin = 0; begin < words.size();) {
    auto end = begin;
    while (end < words.size() && words[end]->voice != nullptr) ++end;
    if (end > begin + 1) {
      say_run(std::span(words).subspan(begin, end - begin),
              std::span(ways).subspan(begin, end - begin));
    }
    begin = std::max(end, begin + 1);
  }
  return ways;
}

const PhrasePronouncer::Word& PhrasePronouncer::known(std::string_view shown) {
  const auto [place, is_new] = words_.try_emplace(std::string(shown));
  Word& word = place->second;
  if (!is_new) return word;
  word.ways = lexicon_.pronounce(shown);
  word.readable = readable_word(shown);
  if (!word.readable.empty()) word.voice = lexicon_.voice_of(shown);
  if (word.voice != nullptr) word.ipa = word.voice->to_ipa(word.readable);
  return word;
}

void PhrasePronouncer::say_run(std::span<const Word*> words, std::span<std::vector<Phones>> ways) {
  std::vector<std::string> readable;
  std::vector<std::string> alone;
  readable.reserve(words.size());
  alone.reserve(words.size());
  for (const auto* word : words) {
    readable.push_back(word->readable);
    alone.push_back(word->ipa);
  }
  const auto read = read_phrase(*words.front()->voice, readable, alone);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (read[i] != alone[i]) ways[i] = said_as(*words[i], read[i]);
  }
}

const std::vector<Phones>& PhrasePronouncer::said_as(const Word& word, const std::string& ipa) {
  const auto [place, is_new] = said_.try_emplace({word.readable, ipa});
  auto& ways = place->second;
  if (!is_new) return ways;
  ways = ways_of(ipa, word.readable);
  lexicon_.erase_unknown(ways);
  for (const auto& way : word.ways) {
    if (std::ranges::find(ways, way) == ways.end()) ways.push_back(way);
  }
  return ways;
}

}  // namespace cmos
