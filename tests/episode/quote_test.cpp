#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::bytes;
using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::shown;
using pages::Strings;
using pages::with_speech;
using pages::with_transcript;

TEST_CASE("quotations get marks, inner ones single marks") {
  CHECK(shown("say <q>hi</q>, <Q cite=\"x\">he said <q>no <q>three</q></q> once</Q>.") ==
        "say “hi”, “he said ‘no “three”’ once”.");
  CHECK(diagnostics(with_speech("say <q>hi <q>you</q></q>")).empty());
}

TEST_CASE("a quotation mark belongs to the word that it touches") {
  const auto page = with_speech("say <q>Okay, *go*</q>.");
  const auto episode = parse(page).value;
  CHECK(episode.words.at(1).text == "“Okay,");
  CHECK(bytes(page, episode.words.at(1).source) == "<q>Okay,");
  CHECK(episode.words.at(2).text == "go”.");
  CHECK(bytes(page, episode.words.at(2).source) == "go*</q>.");
}

TEST_CASE("a blank inside a quotation does not part a mark from its word") {
  CHECK(shown("say <q> hi there </q> now <q>\n</q> x") == "say “hi there” now “” x");
}

TEST_CASE("quotations may go on in the next paragraph of the turn") {
  const auto page = with_speech("say <q>one.\n\nTwo <q>in</q>.\n\nThree</q> end.");
  CHECK(diagnostics(page).empty());
  CHECK(shown("say <q>one.\n\nTwo <q>in</q>.\n\nThree</q> end.") ==
        "say “one. Two “in”. Three” end.");
}

TEST_CASE("an opening tag where only a closing one can be meant closes, and the other way round") {
  const auto closing = with_speech("say <q>hi there!<q> And <q>so,<q> then </q>on</q>.");
  CHECK(shown("say <q>hi there!<q> And <q>so,<q> then </q>on</q>.") ==
        "say “hi there!” And “so,” then “on”.");
  CHECK(diagnostics(closing) == Strings{place(closing, "<q> And") + " warning quote-unbalanced",
                                        place(closing, "<q> then") + " warning quote-unbalanced",
                                        place(closing, "</q>on") + " warning quote-unbalanced"});
}

TEST_CASE("a quotation that is never closed is told at its beginning and spoils no other") {
  const auto page =
      with_transcript("[0:01] ann: say <q>hi <q>you</q> now.\n[0:02] bob: <q>Ho</q>.");
  CHECK(diagnostics(page) == Strings{place(page, "<q>hi") + " warning quote-unbalanced"});
  const auto episode = parse(page).value;
  CHECK(pages::text(episode, episode.turns.at(0)) == "say “hi “you” now.");
  CHECK(pages::text(episode, episode.turns.at(1)) == "“Ho”.");
}

TEST_CASE("a closing tag that closes nothing is told") {
  const auto page = with_speech("say hi</q> now.");
  CHECK(diagnostics(page) == Strings{place(page, "</q>") + " warning quote-unbalanced"});
  CHECK(shown("say hi</q> now.") == "say hi” now.");
}
