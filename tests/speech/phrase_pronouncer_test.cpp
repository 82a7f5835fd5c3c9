#include "speech/phrase_pronouncer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/said.h"
#include "voices.h"

using cmos::Lexicon;
using cmos::PhrasePronouncer;
using voices::is_installed;
using voices::reading;

namespace {

using Words = std::vector<std::string_view>;
using FirstWays = std::vector<std::string>;

FirstWays first_ways(const Lexicon& lexicon, const Words& phrase) {
  FirstWays lines;
  for (const auto& ways : PhrasePronouncer(lexicon).pronounce(phrase)) {
    lines.push_back(ways.empty() ? "" : as_lines(ways).front());
  }
  return lines;
}

}  // namespace

TEST_CASE("neighbours change how a word is said") {
  if (!is_installed()) return;
  const auto french = reading("fr");
  CHECK(as_lines(french.pronounce("les")).front().back() != 'Z');
  CHECK(first_ways(french, {"les", "amis"}).front().ends_with(" Z"));
  CHECK_FALSE(first_ways(french, {"les", "maisons"}).front().ends_with(" Z"));
}

TEST_CASE("a preposition of one letter is no name of a letter") {
  if (!is_installed()) return;
  CHECK(first_ways(reading("ru"), {"в", "доме", "с", "другом"}).front() == "V");
  CHECK(first_ways(reading("cs"), {"v", "domě"}).front() == "V");
}

TEST_CASE("what a word alone may be said as it still may in a phrase") {
  if (!is_installed()) return;
  for (const auto* language : {"fr", "de", "ru", "hi", "zh"}) {
    const auto lexicon = reading(language);
    const Words phrase{"«les", "25",  "amis»", "—",      "в",    "доме",
                       "AT&T", "सभी", "你好",  "S.P.D.", "10 %", ""};
    const auto ways = PhrasePronouncer(lexicon).pronounce(phrase);
    REQUIRE(ways.size() == phrase.size());
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      for (const auto& way : lexicon.pronounce(phrase[i])) {
        INFO(language << ' ' << phrase[i]);
        CHECK(std::ranges::find(ways[i], way) != ways[i].end());
      }
    }
  }
}

TEST_CASE("a page's own pronunciation stands whatever its neighbours") {
  if (!is_installed()) return;
  const auto lexicon = reading("fr").with({{"les", {{"K"}}}});
  CHECK(first_ways(lexicon, {"les", "amis"}).front() == "K");
}

TEST_CASE("English words are said as they are alone") {
  const auto lexicon = voices::english();
  const Words phrase{"an", "apple", "a", "day"};
  const auto ways = PhrasePronouncer(lexicon).pronounce(phrase);
  for (std::size_t i = 0; i < phrase.size(); ++i) CHECK(ways[i] == lexicon.pronounce(phrase[i]));
}
