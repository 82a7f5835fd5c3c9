#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "invariants.h"
#include "transcripts.h"

namespace {

const std::vector<std::string> kPieces = {"WEBVTT",
                                          "\n",
                                          "\n",
                                          "\n\n",
                                          "\r\n",
                                          " ",
                                          " ",
                                          "\t",
                                          "00:00:01.000 --> 00:00:02.000",
                                          "00:00:01,000 --> 00:00:02,000",
                                          "-->",
                                          "0:00:01.0,0:00:02.0",
                                          "<v Ada>",
                                          "</v>",
                                          "<c>",
                                          "<00:00:01.000>",
                                          "{\\an8}",
                                          "NOTE",
                                          "1",
                                          "Ada: ",
                                          "Bo Lind: ",
                                          "**Ada:** ",
                                          "**Bo** ",
                                          "[0:01] ",
                                          "\\[0:02\\]",
                                          "(0:03):",
                                          "0:04",
                                          "Ada  0:05",
                                          "Q: ",
                                          "A: ",
                                          "word",
                                          "Wörter.",
                                          ">> ",
                                          "- ",
                                          "&gt;&gt;",
                                          "{\"segments\":[",
                                          "{\"body\":\"x\",\"startTime\":1}",
                                          ",",
                                          "]}",
                                          "\"",
                                          "\\u00e4",
                                          "\\ud800",
                                          "<tt>",
                                          "<p begin=\"1s\">",
                                          "</p>",
                                          "</tt>",
                                          "<cite>",
                                          "</cite>",
                                          "<time>",
                                          "</time>",
                                          "<Trans>",
                                          "<Turn speaker=\"a\">",
                                          "ooTextFile",
                                          "\"IntervalTier\" \"Ada\" 0 9 1 ",
                                          "0.5",
                                          "2",
                                          "start\tend\ttext\n",
                                          "0.5\t1.0\tHi",
                                          "x 1 ada 0.5 1.0 hi\n",
                                          "x 1 0.5 0.1 hi\n",
                                          "## ",
                                          "# Transcript\n",
                                          "---\n",
                                          "https://x.org",
                                          "\xFF",
                                          "\xEF\xBB\xBF",
                                          "*",
                                          "`",
                                          "<q>",
                                          "[",
                                          "]",
                                          "：",
                                          "(",
                                          ")"};

}  // namespace

TEST_CASE("no transcript, however odd, breaks what holds of every transcript") {
  CHECK(rc::check([] {
    std::string file;
    for (const auto& piece :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)))
      file += piece;
    RC_LOG(file);
    RC_ASSERT(invariants::broken_transcript(file, std::nullopt) == "");
    for (const auto name : cmos::transcript_format_names()) {
      RC_ASSERT(invariants::broken_transcript(file, cmos::find_transcript_format(name)) == "");
    }
  }));
}

TEST_CASE("words of cues come back as they were written") {
  CHECK(rc::check([] {
    const auto character = rc::gen::elementOf(std::string("abcXYZ019.,;!?%+@$"));
    const auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(character));
    const auto words = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word));
    std::string cues = "WEBVTT\n\n";
    for (const auto& text : words) cues += "00:00:01.000 --> 00:00:02.000\nx" + text + "\n\n";
    const auto episode = transcripts::read(cues).value;
    std::vector<std::string> read;
    for (const auto& shown : episode.words) read.push_back(shown.text.substr(1));
    RC_ASSERT(read == words);
  }));
}
