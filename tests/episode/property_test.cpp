#include <fmt/format.h>
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "invariants.h"
#include "pages.h"

namespace {

const std::vector<std::string> kPieces = {"[transcript]",
                                          "[/transcript]",
                                          "---",
                                          "=title x",
                                          "title: x",
                                          "mp3: {",
                                          "time: 25.01",
                                          "&a",
                                          "*a",
                                          "[0:01]",
                                          "[99:99]",
                                          "[0:0",
                                          "[12]",
                                          "ann:",
                                          "bob:",
                                          "[ann host1 Ann]",
                                          "[bob guest1 Bob",
                                          "\n",
                                          "\n",
                                          "\n",
                                          "\n\n",
                                          "\r\n",
                                          " ",
                                          " ",
                                          "  ",
                                          "\t",
                                          "word",
                                          "Wörter",
                                          "C++",
                                          "5.24",
                                          "👍",
                                          "*",
                                          "**",
                                          "_",
                                          "`",
                                          "``",
                                          "[",
                                          "]",
                                          "(",
                                          ")",
                                          "![",
                                          "](x)",
                                          "<q>",
                                          "</q>",
                                          "<a href=\"x\">",
                                          "</A>",
                                          "<b>",
                                          "</b>",
                                          "<br>",
                                          "<String>",
                                          "<img alt=\"a b\">",
                                          "</l>",
                                          "<!--",
                                          "-->",
                                          "&amp;",
                                          "&nosuch;",
                                          "&#65;",
                                          "&NotEqualTilde;",
                                          "\\",
                                          "\\*",
                                          "## ",
                                          "# h #",
                                          "{% youtube id=\"",
                                          "\" %}",
                                          "http://www.http://",
                                          "\xFF",
                                          "\xE2\x80",
                                          "\u00A0",
                                          ":",
                                          "…",
                                          "\xEF\xBB\xBF",
                                          "'",
                                          "\"",
                                          "- ",
                                          "\x01"};

std::string random_page() {
  std::string page;
  if (*rc::gen::arbitrary<bool>()) page += "---\ntitle: x\n---\n";
  if (*rc::gen::arbitrary<bool>()) page += "[transcript]\n[ann host1 Ann]\n[0:01] ann: ";
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)))
    page += piece;
  return page;
}

// Words without any character that Markdown, HTML or this dialect could take as more than text.
// Marks that close belong to the word before them.
void part_from_word_before(std::string& word) {
  if (word.find_first_not_of("?!;:") == std::string::npos) word += 'x';
}

std::vector<std::string> plain_words() {
  const auto character = rc::gen::elementOf(std::string("abcXYZ019.,;!?%+@$"));
  const auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(character));
  auto words = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word));
  for (auto& text : words) part_from_word_before(text);
  return words;
}

std::vector<std::string> texts(const cmos::Episode& episode) {
  std::vector<std::string> result;
  const auto& turn = episode.turns.at(0);
  for (auto i = turn.first_word; i < turn.end_word; ++i) result.push_back(episode.words[i].text);
  return result;
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

}  // namespace

TEST_CASE("no page, however odd, breaks what holds of every page") {
  CHECK(rc::check([] {
    const auto page = random_page();
    const auto parsed = pages::parse(page);
    RC_LOG(page);
    RC_ASSERT(invariants::broken(parsed, page) == "");
  }));
}

TEST_CASE("no bytes, however odd, break what holds of every page") {
  CHECK(rc::check([] {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const auto page = pages::with_transcript("[0:01] ann: " + bytes);
    RC_ASSERT(invariants::broken(pages::parse(page), page) == "");
    RC_ASSERT(invariants::broken(pages::parse(bytes), bytes) == "");
  }));
}

TEST_CASE("words come back as they were written, whatever blanks part them") {
  CHECK(rc::check([] {
    const auto words = plain_words();
    std::string speech;
    for (const auto& word : words) {
      // No line begins with a sign that would make it a list or more.
      speech +=
          word + *rc::gen::element<std::string>(" ", "  ", "\t", "\nx", "\r\n    x", " \n\n x");
    }
    const auto page = pages::with_speech("x" + speech + "\nx");
    const auto episode = pages::parse(page).value;
    std::string expected;
    for (const char c : "x" + speech + "\nx") {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        expected += c;
      } else if (!expected.ends_with(' ')) {
        expected += ' ';
      }
    }
    RC_ASSERT(pages::text(episode, episode.turns.at(0)) == expected);
    for (const auto& word : episode.words) RC_ASSERT(pages::bytes(page, word.source) == word.text);
  }));
}

TEST_CASE("escaped characters come back as they were, with all their bytes") {
  CHECK(rc::check([] {
    const auto character = rc::gen::inRange<char>('!', '\x7F');
    const auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(character));
    auto words = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word));
    for (auto& text : words) part_from_word_before(text);
    std::vector<std::string> sources;
    std::string speech;
    for (const auto& text : words) {
      std::string source;
      for (const char c : text) {
        const bool as_entity = *rc::gen::arbitrary<bool>();
        source += fmt::format(fmt::runtime(as_entity           ? "&#{0:d};"
                                           : is_punctuation(c) ? "\\{0}"
                                                               : "{0}"),
                              c);
      }
      sources.push_back(source);
      speech += source + " ";
    }
    const auto page = pages::with_speech(speech);
    const auto episode = pages::parse(page).value;
    RC_LOG(speech);
    RC_ASSERT(texts(episode) == words);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      RC_ASSERT(pages::bytes(page, episode.words[i].source) == sources[i]);
    }
  }));
}
