#include "speech/dictionary.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/atomic_file.h"
#include "speech/lexicon.h"
#include "support/said.h"

using cmos::arpabet;
using cmos::Dictionary;

namespace {

using Lines = std::vector<std::string>;

Lines found(const std::string& text, const std::string& word) {
  const auto dictionary = Dictionary::parse(text, arpabet());
  REQUIRE(dictionary);
  return as_lines(dictionary->find(word));
}

std::string debian_dictionary() {
  constexpr std::size_t kMaxSize = 100'000'000;
  return cmos::read_file(cmos::kDefaultDictionary, kMaxSize).value();
}

// The whole file, read in the plainest way: by word without its number, in the file's order.
std::map<std::string, Lines> read_plainly(const std::string& text) {
  std::map<std::string, Lines> entries;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto space = line.find(' ');
    entries[line.substr(0, std::min(space, line.find('(')))].push_back(line.substr(space + 1));
  }
  return entries;
}

}  // namespace

TEST_CASE("a word has the phones of its line and of its numbered lines") {
  const std::string text = "a AH\na(2) EY\nab AE B\n";
  CHECK(found(text, "a") == Lines{"AH", "EY"});
  CHECK(found(text, "ab") == Lines{"AE B"});
  CHECK(found(text, "b").empty());
  CHECK(found(text, "").empty());
  CHECK(found(text, "a AH").empty());
}

TEST_CASE("lines may come in any order") {
  const std::string text = "zoo Z UW\none(2) HH W AH N\none's W AH N Z\na AH\none W AH N\n";
  CHECK(found(text, "one") == Lines{"W AH N", "HH W AH N"});
  CHECK(found(text, "one's") == Lines{"W AH N Z"});
  CHECK(found(text, "zoo") == Lines{"Z UW"});
  CHECK(found(text, "a") == Lines{"AH"});
}

TEST_CASE("comments, blank lines, tabs, spaces, CRs and a missing last newline do not disturb") {
  const std::string text = "## made by hand\n;; so\n\n \t\r\n  go\tG  OW \r\nno N OW";
  CHECK(found(text, "go") == Lines{"G OW"});
  CHECK(found(text, "no") == Lines{"N OW"});
  CHECK(found(text, "##").empty());
}

TEST_CASE("words may be of any script") {
  CHECK(found("a AH\nñandú N AA\n", "ñandú") == Lines{"N AA"});
}

TEST_CASE("every pronunciation of Debian's dictionary is found under its word") {
  const auto text = debian_dictionary();
  const auto dictionary = Dictionary::parse(text, arpabet());
  REQUIRE(dictionary);
  const auto entries = read_plainly(text);
  CHECK(entries.size() > 100'000);
  std::size_t wrong = 0;
  for (const auto& [word, phones] : entries) {
    wrong += dictionary->contains(word) && as_lines(dictionary->find(word)) == phones ? 0 : 1;
  }
  CHECK(wrong == 0);
  CHECK_FALSE(dictionary->contains("szabgab"));
}

TEST_CASE("shuffling a dictionary's lines changes no pronunciation") {
  CHECK(rc::check([] {
    std::string text;
    std::map<std::string, Lines> expected;
    const auto words = *rc::gen::unique<Lines>(
        rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'e'))));
    for (const auto& word : words) {
      text += word + " AH " + (word.size() % 2 == 0 ? "B" : "D") + "\n";
      expected[word] = {std::string("AH ") + (word.size() % 2 == 0 ? "B" : "D")};
    }
    RC_PRE(!words.empty());
    const auto dictionary = Dictionary::parse(text, arpabet());
    RC_ASSERT(dictionary.has_value());
    for (const auto& [word, phones] : expected) {
      RC_ASSERT(as_lines(dictionary->find(word)) == phones);
    }
  }));
}

TEST_CASE("what is no dictionary of this model is an error with the line") {
  for (const auto* nothing : {"", "\n\n", "## only a comment\n"}) {
    const auto result = Dictionary::parse(nothing, arpabet());
    REQUIRE_FALSE(result);
    CHECK(result.error().rule.name() == "dictionary-invalid");
  }
  const auto foreign = Dictionary::parse("\nhola O L A\n", arpabet());
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().message.find("no phone \"O\"") != std::string::npos);
  CHECK(foreign.error().position == cmos::SourcePosition{2, 1});
  CHECK(Dictionary::parse("hola O L A\n", {"O", "L", "A"}));
  const auto cut = Dictionary::parse("go G OW\nzoo", arpabet());
  REQUIRE_FALSE(cut);
  CHECK(cut.error().position == cmos::SourcePosition{2, 1});
}

TEST_CASE("a bad line that was not looked at on opening gives no pronunciation") {
  const auto dictionary = Dictionary::parse("a AH\nb\nc Q\nd D IY\n", arpabet());
  REQUIRE(dictionary);
  CHECK(dictionary->find("b").empty());
  CHECK(dictionary->find("c").empty());
  CHECK(as_lines(dictionary->find("d")) == Lines{"D IY"});
}
