// What is a head and what is not.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "transcripts.h"

using Strings = std::vector<std::string>;
using transcripts::turns;

namespace {

// So many turns of Ada's and Bo's that nothing else is likely.
std::string talk(const std::string& more) {
  std::string text;
  for (int i = 0; i < 6; ++i) text += "Ada: Yes?\n\nBo: No.\n\n";
  return text + more;
}

std::string last(const std::string& more) {
  return turns(talk(more)).back();
}

}  // namespace

TEST_CASE("what does not return is no name") {
  CHECK(last("Ada: One thing.\nSide note: it rained.\n") ==
        "Ada: One thing. Side note: it rained.");
  CHECK(last("Ada: And this.\nBest of all: it ended.\n") ==
        "Ada: And this. Best of all: it ended.");
}

TEST_CASE("who speaks once between others is a voice") {
  CHECK(last("Cleo: Hello?\n") == "Cleo: Hello?");
}

TEST_CASE("credits, addresses and rules are no speech") {
  CHECK(last("Slides: https://example.org/\n") == "Bo: No.");
  CHECK(last("<https://example.org/>\n\n\\* \\* \\*\n\nTranscribed by https://otter.ai\n") ==
        "Bo: No.");
  const auto read = transcripts::read(talk("Transcribed by a machine\n"));
  CHECK(transcripts::rules(read.diagnostics) == Strings{"transcript-line-unspoken"});
}

TEST_CASE("what stands before the first turn of a conversation is left out") {
  CHECK(turns("An introduction: read it.\n\n" + talk("")).front() == "Ada: Yes?");
}

TEST_CASE("a talk before questions is speech") {
  std::string text = "Welcome to my talk.\n\n";
  for (int i = 0; i < 9; ++i) text += "It has many sentences, and this is one of them.\n\n";
  const auto read = transcripts::read(text + "Q: Why?\n\nA: Why not?\n\nQ: Ah.\n\nA: Yes.\n");
  CHECK(turns(read.value).size() == 5);
  CHECK(turns(read.value).front().starts_with(": Welcome to my talk."));
  CHECK(transcripts::rules(read.diagnostics) == Strings{"transcript-assumed"});
}

TEST_CASE("initials stand for the name that they stand behind") {
  CHECK(turns("Ada Bell (AB): Yes?\n\nBo Lind (BL): No.\n\nAB: Well.\n\nBL: Hm.\n\nAB: Bye.\n") ==
        Strings{"Ada Bell: Yes?", "Bo Lind: No.", "Ada Bell: Well.", "Bo Lind: Hm.",
                "Ada Bell: Bye."});
}

TEST_CASE("an interlude is no voice, and its time is no speech") {
  std::string text;
  for (int i = 0; i < 3; ++i) text += "**Ada:** Yes?\n\n**Break:** \\[00:17\\]\n\n**Bo:** No.\n\n";
  CHECK(turns(text + "**Ada:** \\[00:22\\] So. \\[00:23\\] Well. [crosstalk 00:00:24]\n").back() ==
        "Ada@22000: So. Well. [crosstalk]");
  CHECK(turns(text).size() == 6);
}

TEST_CASE("voices that nobody knows have no name") {
  CHECK(turns("Ada  0:01\nYes?\n\nUnknown Speaker  0:02\nNo.\n\nAda  0:03\nOh.\n\nUnknown Speaker  "
              "0:04\nYes.\n") ==
        Strings{"Ada@1000: Yes?", "@2000: No.", "Ada@3000: Oh.", "@4000: Yes."});
}

TEST_CASE("times inside speech are speech") {
  CHECK(last("Ada: We meet at 10:30 today.\n") == "Ada: We meet at 10:30 today.");
}

TEST_CASE("a name in few of many cues is text") {
  std::string cues = "WEBVTT\n\n";
  for (int i = 0; i < 200; ++i) {
    cues += "00:00:01.000 --> 00:00:02.000\n";
    cues += i == 70 || i == 90 ? "Victor: it was he.\n\n" : "It was " + std::to_string(i) + ".\n\n";
  }
  CHECK(turns(cues).at(70) == "@1000: Victor: it was he.");
}

TEST_CASE("front matter says title, people and language") {
  const auto read = transcripts::read(
      "---\ntitle: A talk\nlanguage: de\nguests:\n  - Cleo\nmp3:\n  file: a.mp3\n  size: 1\n  "
      "time: 1:00\n"
      "---\nAda: Ja?\n\nCleo: Nein.\n\nAda: So.\n",
      "talk.md");
  CHECK(read.value.title == "A talk");
  CHECK(read.value.language == "de");
  CHECK(turns(read.value) == Strings{"Ada: Ja?", "Cleo: Nein.", "Ada: So."});
}

TEST_CASE("what stands under the heading Transcript is the transcript") {
  CHECK(turns("---\ntitle: x\n---\nNotes: none. Notes: all.\n\n## Transcript\n\nAda: Yes?\n\nBo: "
              "No.\n\n"
              "Ada: So.\n\nBo: Hm.\n\n## Links\n\nAda: no speech\n",
              "talk.md") == Strings{"Ada: Yes?", "Bo: No.", "Ada: So.", "Bo: Hm."});
}

TEST_CASE("a page stays a page") {
  const auto page =
      "---\ntitle: x\n---\n[transcript]\n[a host1 Ada]\n[0:01] a: Yes: no.\n[/transcript]\n";
  CHECK(turns(page, "page.md") == Strings{"Ada@1000: Yes: no."});
  const auto notes = transcripts::read("---\ntitle: x\n---\nWe talk of this.\n", "page.md");
  CHECK(transcripts::rules(notes.diagnostics).back() == "transcript-missing");
}

TEST_CASE("the form that is asked for counts") {
  const std::string text =
      "00:00:01.000 --> 00:00:02.000\nAda: Hi.\n\n00:00:03.000 --> 00:00:04.000\nYes.\n";
  const auto read = transcripts::read(text, "talk.txt", cmos::TranscriptFormat::text);
  CHECK(turns(read.value).size() == 1);
  CHECK(turns(text).size() == 2);
}

TEST_CASE("in a short exchange names count that do not return") {
  CHECK(transcripts::turns("Ada: Hi.\n\nBo Lind: Ho.\n") == Strings{"Ada: Hi.", "Bo Lind: Ho."});
  CHECK(transcripts::turns("1\n00:00:01,000 --> 00:00:02,000\nAda: Hi.\n\n2\n00:00:03,000 --> "
                           "00:00:04,000\nBo: Ho.\n") == Strings{"Ada@1000: Hi.", "Bo@3000: Ho."});
  CHECK(transcripts::turns("One thing: it rains.\n\nAnd it snows.\n") ==
        Strings{": One thing: it rains. And it snows."});
}
