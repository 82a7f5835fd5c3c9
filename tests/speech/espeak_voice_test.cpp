#include "speech/espeak_voice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "speech/lexicon.h"
#include "support/rule_of.h"
#include "support/said.h"
#include "voices.h"

using cmos::EspeakVoice;
using cmos::Lexicon;
using voices::is_installed;
using voices::reading;

namespace {

using Lines = std::vector<std::string>;

Lines said(const std::string& language, const std::string& word) {
  return as_lines(reading(language).pronounce(word));
}

bool can_be(const std::string& language, const std::string& word, const std::string& phones) {
  const auto ways = said(language, word);
  return std::ranges::find(ways, phones) != ways.end();
}

}  // namespace

TEST_CASE("a language is found by its tag, its primary subtag or its other name") {
  if (!is_installed()) return;
  for (const auto* tag : {"de", "DE", "de-AT", "deu", "pt-BR", "pt-PT", "zh", "zh-Hant-TW", "zh-HK",
                          "no", "nn-NO", "sr-Latn", "iw"}) {
    INFO(tag);
    CHECK(EspeakVoice::find(tag));
  }
  for (const auto* tag : {"qaa", "und", "x", ""}) {
    INFO(tag);
    CHECK(rule_of(EspeakVoice::find(tag)) == "voice-missing");
  }
}

TEST_CASE("words are said by the rules of their language") {
  if (!is_installed()) return;
  CHECK(said("it", "«chiese»,").front() == "K Y EH Z EH");
  CHECK(said("de", "Häuser").front() == "HH OY Z ER");
  CHECK(said("cs", "město").front() == "M N Y EH S T OW");
  CHECK(said("ru", "хлеб").front() == "HH L EH P");
  CHECK(can_be("fr", "bon", "B AO N"));
  CHECK_FALSE(said("zh", "你好").empty());
}

TEST_CASE("numbers and signs are read in the language itself") {
  if (!is_installed()) return;
  CHECK(said("it", "2").front() == "D UW EH");
  CHECK(said("de", "10 %").front().starts_with("T S EH N P"));
  CHECK(said("de", "&").front() == "UH N T");
  for (const auto* nothing : {"", "—", "...", "“", "(!)", "👍"}) {
    CHECK(said("de", nothing).empty());
  }
}

TEST_CASE("a word that English has, too, may be said as in English") {
  if (!is_installed()) return;
  const auto ways = said("it", "computer");
  CHECK(ways.size() > 1);
  CHECK(can_be("it", "computer", "K AH M P Y UW T ER"));
  CHECK(ways.front() != "K AH M P Y UW T ER");
  CHECK(as_lines(reading("it", Lexicon::DictionaryOf::language).pronounce("computer")) ==
        as_lines(Lexicon::open(cmos::kDefaultDictionary).value().pronounce("computer")));
}

TEST_CASE("the vowel of a last Indic consonant may be heard") {
  if (!is_installed()) return;
  const auto ways = said("hi", "अधिकार");
  CHECK(std::ranges::any_of(ways, [](const auto& way) { return way.ends_with("R"); }));
  CHECK(std::ranges::any_of(ways, [](const auto& way) { return way.ends_with("R AH"); }));
  const auto with_vowel = said("hi", "नदी");
  CHECK(std::ranges::all_of(with_vowel, [](const auto& way) { return way.ends_with("IY"); }));
}

TEST_CASE("a page's own pronunciation counts in words of other languages, too") {
  if (!is_installed()) return;
  const auto german = reading("de");
  const auto name = german.parse_pronunciation("S AA B G AA B").value();
  const auto lexicon = german.with({{"Szabgab", name}});
  CHECK(as_lines(lexicon.pronounce("„Szabgab“")) == Lines{"S AA B G AA B"});
  CHECK(as_line(lexicon.pronounce("Szabgab-Test").front()) == "S AA B G AA B T EH S T");
  CHECK(lexicon.pronounce("Haus") == german.pronounce("Haus"));
}

TEST_CASE("threads that read different languages do not disturb each other") {
  if (!is_installed()) return;
  const auto french = said("fr", "chance");
  const auto german = said("de", "chance");
  CHECK(french != german);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  threads.reserve(wrong.size());
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      const auto lexicon = reading(i % 2 == 0 ? "fr" : "de");
      for (int round = 0; round < 50; ++round) {
        wrong[i] += as_lines(lexicon.pronounce("chance")) == (i % 2 == 0 ? french : german) ? 0 : 1;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4));
}
