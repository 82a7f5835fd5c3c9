// How the words of a page are said, those of other languages among them too.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/foreign_passages.h"
#include "speech/lexicon.h"
#include "speech/phones.h"
#include "speech/phrase_pronouncer.h"

namespace cmos {

// Pronounces the phrases of a page and remembers what it has said. The lexicon outlives it. One
// thread at a time.
class PagePronouncer {
 public:
  // The lexicon is that of the page's language (BCP 47).
  PagePronouncer(const Lexicon& lexicon, const std::string& language);

  // Of shown words that no pause parts, each one's ways as PhrasePronouncer has them; behind them,
  // where words may be in another language (ForeignPassages), how espeak-ng says them in that. No
  // more than the own ones where it is missing.
  std::vector<std::vector<Phones>> pronounce(std::span<const std::string_view> phrase);

 private:
  struct Foreign {
    Foreign(const Lexicon& lexicon, EspeakVoice voice);

    Lexicon lexicon;
    PhrasePronouncer pronouncer;
  };

  Foreign* foreign(std::string_view language);

  const Lexicon& lexicon_;
  PhrasePronouncer own_;
  ForeignPassages passages_;
  std::map<std::string, std::unique_ptr<Foreign>, std::less<>> foreign_;  // Null: no voice.
};

}  // namespace cmos
