#include "caption/tokens.h"

#include <catch2/catch.hpp>

#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::LineEnd;
using cmos::tokenize;

namespace {

std::vector<std::string> texts(const std::vector<cmos::Token>& tokens) {
  std::vector<std::string> result;
  for (const auto& token : tokens) result.push_back((token.joined ? "+" : "") + token.text);
  return result;
}

using Texts = std::vector<std::string>;

std::vector<cmos::Token> of_text(const std::string& text, const std::string& language = "en") {
  SpokenEpisode spoken;
  spoken.episode.language = language;
  spoken.turn("A", text);
  return tokenize(spoken.episode, spoken.alignment);
}

}  // namespace

TEST_CASE("words in spaced scripts stay whole, whatever their punctuation") {
  const Texts words = {"a", "well-known", "https://example.com/a/b-c?d=e", "C++",
                       "\u05E9\u05DC\u05D5\u05DD"};
  std::string text;
  for (const auto& word : words) text += word + " ";
  CHECK(texts(of_text(text)) == words);
}

TEST_CASE("words that no white space parts are joined") {
  CHECK(texts(of_text("\u4E2D\u6587\u3002\u597D Perl\u5F88", "zh")) ==
        Texts{"\u4E2D\u6587\u3002", "+\u597D", "Perl", "+\u5F88"});
}

TEST_CASE("words that show nothing are left out") {
  SpokenEpisode spoken;
  spoken.begin_turn("A");
  for (const auto* word : {"", "a", " ", "\u00A0", "\n", "b"}) spoken.say(word);
  spoken.end_turn();
  CHECK(texts(tokenize(spoken.episode, spoken.alignment)) == Texts{"a", "b"});
}

TEST_CASE("a paragraph's end is a sentence's, with or without a full stop") {
  const auto tokens = of_text("all of the\n\nwords");
  CHECK(tokens.at(1).end == LineEnd::after_preposition);
  CHECK(tokens.at(2).end == LineEnd::sentence_end);
  CHECK(tokens.at(3).end == LineEnd::sentence_end);
}

TEST_CASE("a space at which Unicode forbids a break is told") {
  CHECK(of_text("what ? yes").at(0).end == LineEnd::against_unicode);
}

TEST_CASE("words that are not spoken are in no caption") {
  SpokenEpisode spoken;
  spoken.turn("A", "one two three.").turn("B", "four five");
  for (const std::size_t word : {1U, 3U, 4U}) spoken.alignment.words[word].is_spoken = false;
  CHECK(texts(tokenize(spoken.episode, spoken.alignment)) == Texts{"one", "three."});
}
