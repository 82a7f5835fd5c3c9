#include "language/title_words.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "language/language.h"

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(word == "-" ? "" : word);
  return words;
}

std::size_t fillers(const std::string& text, const std::string& language = "en") {
  return cmos::find_language(language).titles.leading_fillers(split(text));
}

bool asks(const std::string& text, bool inside = false, const std::string& language = "en") {
  return cmos::find_language(language).titles.opens_question(split(text), inside);
}

}  // namespace

TEST_CASE("fillers at the front are counted") {
  CHECK(fillers("okay so that's great how are you") == 4);
  CHECK(fillers("i wanted to talk a bit about your work") == 7);
  CHECK(fillers("- perl") == 1);
  CHECK(fillers("perl so") == 0);
  CHECK(fillers("so") == 1);
  CHECK(fillers("") == 0);
}

TEST_CASE("questions are told by how they begin") {
  for (const auto* question : {"how does it work", "where can i", "do you know", "tell me more",
                               "which books", "which is it"}) {
    CAPTURE(question);
    CHECK(asks(question));
  }
  for (const auto* statement : {"how to do it", "where i can", "perl is", "do perl", ""}) {
    CAPTURE(statement);
    CHECK_FALSE(asks(statement));
  }
  CHECK(asks("where can i", true));
  CHECK_FALSE(asks("where can perl", true));
  CHECK_FALSE(asks("which books", true));
}

TEST_CASE("a language without title words has no fillers but marks, and no questions") {
  CHECK(fillers("- okay so", "de") == 1);
  CHECK_FALSE(asks("how does it work", false, "de"));
}
