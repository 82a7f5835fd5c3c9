#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::bytes;
using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::Strings;
using pages::with_speech;

TEST_CASE("links keep their target, their words and their bytes") {
  const std::string speech =
      "On [Talk *Python* To Me](https://talkpython.fm/) and <a href= "
      "\"http://a.example/?x=1&amp;y=2\">episode 5</A>, see <https://b.example/>.";
  const auto page = with_speech(speech);
  const auto episode = parse(page).value;
  CHECK(diagnostics(page).empty());
  REQUIRE(episode.links.size() == 3);
  const auto& [markdown, html, automatic] =
      std::tie(episode.links[0], episode.links[1], episode.links[2]);
  CHECK(markdown.target == "https://talkpython.fm/");
  CHECK(bytes(page, markdown.source) == "[Talk *Python* To Me](https://talkpython.fm/)");
  CHECK(pages::text(episode, markdown.first_word, markdown.end_word) == "Talk Python To Me");
  CHECK(html.target == "http://a.example/?x=1&y=2");
  CHECK(bytes(page, html.source) == "<a href= \"http://a.example/?x=1&amp;y=2\">episode 5</A>");
  CHECK(pages::text(episode, html.first_word, html.end_word) == "episode 5,");
  CHECK(automatic.target == "https://b.example/");
  CHECK(pages::text(episode, automatic.first_word, automatic.end_word) == "https://b.example/.");
  CHECK_FALSE(episode.words.at(0).link.has_value());
  CHECK(episode.words.at(1).link == 0);
  CHECK(episode.words.at(2).link == 0);
  CHECK(bytes(page, episode.words.at(2).source) == "Python");
  CHECK_FALSE(episode.words.at(5).link.has_value());
  CHECK(episode.words.at(6).link == 1);
}

TEST_CASE("links of later paragraphs and turns are numbered on") {
  const auto page =
      pages::with_transcript("[0:01] ann: [a](x) b\n\nc [d](y)\n\n[0:02] bob: [e](z) f");
  const auto episode = parse(page).value;
  REQUIRE(episode.links.size() == 3);
  CHECK(episode.links[2].target == "z");
  CHECK(episode.links[2].first_word == 4);
  CHECK(episode.words.at(3).link == 1);
  CHECK(episode.words.at(4).link == 2);
}

TEST_CASE("a target may have brackets, an empty text makes no link") {
  const auto episode =
      parse(with_speech("[JAWS](https://a.example/JAWS_(screen_reader)), [](http://b.example/) "
                        "<a href='/c'></a> x [d]()"))
          .value;
  REQUIRE(episode.links.size() == 2);
  CHECK(episode.links[0].target == "https://a.example/JAWS_(screen_reader)");
  CHECK(pages::text(episode, 0, 3) == "JAWS, x d");
  CHECK(episode.links[1].target.empty());
}

TEST_CASE("a word that two links share belongs to the first") {
  const auto episode = parse(with_speech("[a](x)[b](y) c")).value;
  REQUIRE(episode.links.size() == 2);
  CHECK(episode.words.at(0).text == "ab");
  CHECK(episode.words.at(0).link == 0);
  CHECK(episode.links[1].first_word == 0);
  CHECK(episode.links[1].end_word == 1);
}

TEST_CASE("a link inside a link is a part of it") {
  const auto episode =
      parse(with_speech("<a href=\"x\">one [two](y) three</a> [four <a href=\"z\">five</a>](w)"))
          .value;
  REQUIRE(episode.links.size() == 2);
  CHECK(episode.links[0].target == "x");
  CHECK(pages::text(episode, 0, 3) == "one two three");
  CHECK(episode.words.at(1).link == 0);
  CHECK(episode.links[1].target == "w");
  CHECK(episode.words.at(4).link == 1);
}

TEST_CASE("links that are not closed or not opened are told") {
  const auto page = with_speech("See <a href=\"x\">one two.\n\nThree</a> <a name=\"y\">four</a>.");
  CHECK(diagnostics(page) == Strings{place(page, "<a href") + " warning link-unclosed",
                                     place(page, "</a> <a") + " warning link-unopened"});
  const auto episode = parse(page).value;
  CHECK(pages::text(episode, episode.links.at(0).first_word, episode.links.at(0).end_word) ==
        "one two.");
  CHECK(bytes(page, episode.links.at(0).source) == "<a href=\"x\">one two.");
}

TEST_CASE("an address that begins twice is told, anywhere on the page") {
  const auto page = pages::kFrontMatter + "* [x](http://www.http://a.example/)\n" +
                    with_speech(
                        "[y](https://http://b.example/) and "
                        "https://web.example/http://c.example/ and http:// x")
                        .substr(pages::kFrontMatter.size());
  CHECK(diagnostics(page) ==
        Strings{"8:7 warning link-doubled-scheme",
                place(page, "https://http://b") + " warning link-doubled-scheme"});
  CHECK(parse(page).value.links.at(0).target == "https://http://b.example/");
}
