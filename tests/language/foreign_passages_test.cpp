#include "language/foreign_passages.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Lines = std::vector<std::string>;

// "de: der Mensch"
Lines found(const std::string& language, const std::string& phrase) {
  std::istringstream stream(phrase);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  const std::vector<std::string_view> views(words.begin(), words.end());
  Lines lines;
  for (const auto& passage : cmos::ForeignPassages(language).find(views)) {
    std::string line = std::string(passage.language) + ":";
    for (auto i = passage.begin; i < passage.end; ++i) line += " " + words[i];
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("a quotation in another language is told by its function words") {
  CHECK(found("en", "and he wrote “Der Mensch ist ein Seil” and left") ==
        Lines{"de: wrote “Der Mensch ist ein Seil”"});
  CHECK(found("en", "we say c’est la vie mon ami when it rains").front().starts_with("fr: "));
  CHECK(found("de", "er sagte the world is not enough und ging") ==
        Lines{"en: sagte the world is not enough"});
}

TEST_CASE("one function word of another language is none, however often it comes") {
  CHECK(found("en", "go along to go to die Harder die").empty());
  CHECK(found("en", "the people in the house are here").empty());
}

TEST_CASE("a word is told by letters that its text's alphabet does not have") {
  CHECK(found("en", "with Ångström there") == Lines{"sv: Ångström"});
  CHECK(found("en", "with ŁÓDŹ there") == Lines{"pl: ŁÓDŹ"});
  CHECK(found("en", "with спасибо there") == Lines{"ru: спасибо"});
  CHECK(found("en", "with François there").size() == 2);
  CHECK(found("de", "mit Ångström für alle") == Lines{"sv: Ångström"});
}

TEST_CASE("what several languages write so is told in three at most") {
  CHECK(found("en", "with José there").size() == 3);
}

TEST_CASE("words in the text's own letters are none") {
  for (const auto* phrase : {"don’t “worry” — it’s 10 €", "", "so\u200b?", "Müller"}) {
    CHECK(found("de", phrase).empty());
  }
  CHECK(found("qaa", "Müller ist ein Mensch").empty());
  CHECK(found("ja", "今日は Müller").empty() == false);
}
