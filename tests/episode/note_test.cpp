#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::Strings;
using pages::with_speech;

namespace {

// Ann's words, those of notes in angle brackets.
std::string marked(const std::string& speech) {
  const auto episode = parse(with_speech(speech)).value;
  std::string result;
  for (auto i = episode.turns.at(0).first_word; i < episode.turns.at(0).end_word; ++i) {
    const auto& word = episode.words[i];
    result += (i > 0 ? " " : "") + (word.is_note ? "‹" + word.text + "›" : word.text);
  }
  return result;
}

}  // namespace

TEST_CASE("notes in brackets are shown and marked") {
  CHECK(marked("we had one [meetup], and [garbled] and") ==
        "we had one ‹[meetup],› and ‹[garbled]› and");
  CHECK(marked("so [laughs for *a* while]. Then") == "so ‹[laughs› ‹for› ‹a› ‹while].› Then");
  CHECK(marked("<q>[sic]</q> ([cough]) \\[hm\\] [see [docs](x) there] z") ==
        "‹“[sic]”› ‹([cough])› ‹[hm]› ‹[see› ‹docs› ‹there]› z");
}

TEST_CASE("brackets that are no notes mark nothing") {
  CHECK(marked("x[0] f()[1] `[code]` [link](x) [open and ] [never") ==
        "x[0] f()[1] [code] link ‹[open› ‹and› ‹]› [never");
  CHECK(marked("[the]y say [un]likely") == "[the]y say [un]likely");
}

TEST_CASE("notes are no diagnostic") {
  CHECK(diagnostics(with_speech("one ([laughs]), two [coughs aloud], [laughs]")).empty());
}

TEST_CASE("a word of punctuation only is a word") {
  CHECK(marked("Lucy , I - well ... - 80 - 90%") == "Lucy , I - well ... - 80 - 90%");
}
