// How the words of a phrase are said one behind the other.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "speech/lexicon.h"
#include "speech/phones.h"

namespace cmos {

// Pronounces the phrases of a page and remembers what it has said. The lexicon outlives it. One
// thread at a time.
class PhrasePronouncer {
 public:
  explicit PhrasePronouncer(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Of shown words that no pause parts, each one's ways as Lexicon::pronounce() has them; in a
  // language that a voice reads, first what its neighbours make of it.
  std::vector<std::vector<Phones>> pronounce(std::span<const std::string_view> phrase);

 private:
  struct Word {
    std::vector<Phones> ways;
    const EspeakVoice* voice = nullptr;  // Lexicon::voice_of().
    std::string readable{};              // Where a voice reads it: readable_word(), and
    std::string ipa{};                   // how it says that alone.
  };

  const Word& known(std::string_view shown);
  void say_run(std::span<const Word*> words, std::span<std::vector<Phones>> ways);
  const std::vector<Phones>& said_as(const Word& word, const std::string& ipa);

  const Lexicon& lexicon_;
  std::unordered_map<std::string, Word> words_;                              // By what is shown.
  std::map<std::pair<std::string, std::string>, std::vector<Phones>> said_;  // Readable, IPA.
};

}  // namespace cmos
