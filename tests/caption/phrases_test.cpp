// Phrases that a line end or a cue's end must not tear, in whole captions.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "caption/compose.h"
#include "support/spoken_episode.h"

using Catch::Matchers::Contains;
using cmos::Cues;

namespace {

Cues compose(const std::string& text) {
  SpokenEpisode spoken;
  spoken.turn("A", text);
  return cmos::compose_captions(spoken.episode, spoken.alignment, {});
}

// "one line / another || next cue".
std::string shown(const Cues& cues) {
  std::string text;
  for (const auto& cue : cues) {
    text += text.empty() ? "" : " || ";
    for (std::size_t i = 0; i < cue.lines.size(); ++i) {
      text += (i == 0 ? "" : " / ") + cue.lines[i].text;
    }
  }
  return text;
}

struct Phrase {
  std::string text;
  std::string whole;  // Stands on one line.
};

const std::vector<Phrase> kPhrases = {
    {"I would say that all of this began in the late 90s kind of period of the web.", "late 90s"},
    {"It is a way to close the gap between the people and the machines of our time.",
     "between the people"},
    {"So Eve is at heart a group of small tools, and most of our people like it that way.",
     "Eve is"},
    {"It has more to do with what I can do for them in this town rather than what I know.",
     "rather than"},
    {"We were working in those years on small Eastman Graphics computers of the first kind.",
     "Eastman Graphics"},
    {"It would be the most important lesson that you, as a teacher, can give to them.",
     "the most important"},
    {"They were here because the guests from the south were much too late for the train.",
     "because the guests"},
    {"What is the nicest ancient castle that you, in so many long years, have worked at?",
     "castle that you,"},
    {"We met him at the old gate, where the guards let them in at the same hour as the others.",
     "let them in"},
    {"They will put some of the things that they know on paper, and give it away to the others.",
     "some of the"},
    {"We are told that in this town there are some strong opinions of it.", "some strong opinions"},
    {"And from then on the old program would pick up the new configuration.", "pick up"},
    {"It was so late that in the end I had a hard time using the new machine.", "a hard time"},
    {"So they are kept by us and used in a variety of downstream tasks - and more.",
     "downstream tasks"},
    {"I think that in the end the people of this town are going to be surprised.", "going to be"},
    {"I came to it very late and it was a large public event, and the first thing I saw was dust.",
     "I saw was"},
};

}  // namespace

TEST_CASE("phrases are not torn") {
  for (const auto& [text, whole] : kPhrases) {
    CAPTURE(text);
    CHECK_THAT(shown(compose(text)), Contains(whole));
  }
}

TEST_CASE("a label does not part a word from its sentence") {
  SpokenEpisode spoken;
  spoken.turn("Ann Rosalind Li", "Good, quite good, and how are you?");
  cmos::CaptionOptions options;
  options.labels = cmos::SpeakerLabels::change;
  const auto cues = cmos::compose_captions(spoken.episode, spoken.alignment, options);
  CHECK(shown(cues) == "Ann Rosalind Li: Good, quite good, / and how are you?");
}

TEST_CASE("a quotation is not opened at a line's end") {
  const auto text =
      shown(compose("So he gave me the first answer of the day, which was \u201CWell, we do not "
                    "know it yet.\u201D"));
  CAPTURE(text);
  CHECK_THAT(text, !Contains("\u201CWell, /") && !Contains("\u201CWell, ||"));
}

TEST_CASE("what fits one line stands on one line") {
  CHECK(shown(compose("You should. Twice.")) == "You should. Twice.");
  CHECK(shown(compose("We like small tools in this house.")) ==
        "We like small tools in this house.");
}

TEST_CASE("no orphan stands beside a full line where a line of another length may") {
  CHECK(shown(compose("I don't know why everyone is so bearish on Tor.")) ==
        "I don't know / why everyone is so bearish on Tor.");
}

TEST_CASE("no short rest stands beside a full line") {
  for (const auto& cue : compose("We have built a number of quite different little tools for our "
                                 "people here, and they all do fun things.")) {
    if (cue.lines.size() < 2) continue;
    CAPTURE(shown({cue}));
    CHECK(cue.lines[1].text.size() >= 12);
  }
}
