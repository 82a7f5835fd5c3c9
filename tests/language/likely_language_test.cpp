#include "language/likely_language.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

using cmos::likely_language;

namespace {

std::vector<std::string> words_of(const std::string& text, int times = 1) {
  std::vector<std::string> words;
  for (int i = 0; i < times; ++i) {
    std::istringstream stream(text);
    for (std::string word; stream >> word;) words.push_back(word);
  }
  return words;
}

// 13 and 14 words.
const std::string kCzech = "Když jsem byl malý, tak se mi to zdálo jako velká hora sněhu.";
const std::string kFinnish =
    "Kun olin pieni, se näytti minusta suurelta lumivuorelta, jonka yli kukaan ei koskaan päässyt.";

}  // namespace

TEST_CASE("the function words of a text tell its language") {
  CHECK(likely_language(words_of(kCzech, 4)) == "cs");
  CHECK(likely_language(words_of(kFinnish, 4)).empty());
}

TEST_CASE("few words tell nothing") {
  CHECK(likely_language(words_of(kCzech, 3)).empty());
  CHECK(likely_language({}).empty());
  CHECK(likely_language(words_of("5 — 6", 100)).empty());
}

TEST_CASE("a script of few languages tells the largest of them") {
  CHECK(likely_language(words_of("שלום לכולם וברוכים הבאים", 20)) == "he");
  CHECK(likely_language(words_of("नमस्ते और आपका स्वागत है", 20)) == "hi");
  CHECK(likely_language(words_of("大家好欢迎来到我们的节目", 25)) == "zh");
  CHECK(likely_language(words_of("皆さんこんにちは番組へようこそ", 25)) == "ja");
  CHECK(likely_language(words_of("Добрий день вітаю вас", 20)).empty());
}
