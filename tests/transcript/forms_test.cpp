// One small transcript for each form, all of one conversation.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "transcripts.h"

using Strings = std::vector<std::string>;
using transcripts::turns;

namespace {

const Strings kExact = {"Ada@500: Who is there?", "Bo Lind@2250: It's me & nobody else. Come in!",
                        "Ada@6000: Fine."};
const Strings kSeconds = {"Ada@0: Who is there?", "Bo Lind@2000: It's me & nobody else. Come in!",
                          "Ada@6000: Fine."};
const Strings kNames = {"Ada: Who is there?", "Bo Lind: It's me & nobody else. Come in!",
                        "Ada: Fine."};
const Strings kTimes = {"@500: Who is there?", "@2250: It's me & nobody else.", "@4000: Come in!",
                        "@6000: Fine."};

}  // namespace

TEST_CASE("names with a colon begin turns") {
  CHECK(turns("Ada: Who is there?\n\nBo Lind: It's me & nobody\nelse. Come in!\n\nAda: Fine.\n\n"
              "Bo Lind: And you?\n") ==
        Strings{kNames[0], kNames[1], kNames[2], "Bo Lind: And you?"});
  CHECK(turns("\xEF\xBB\xBF"
              "Ada: Who is there?\r\n\r\nBo Lind: It's me & nobody else.\r\nCome in!"
              "\r\n\r\nAda: Fine.\r\n\r\nBo Lind: And you?\r\n") ==
        Strings{kNames[0], kNames[1], kNames[2], "Bo Lind: And you?"});
}

TEST_CASE("bold names begin turns, their colon inside or outside, their text beside or below") {
  const auto end = std::string("\n\n**Bo Lind:** Yes.\n");
  CHECK(turns("**Ada:** Who is there?\n\n**Bo Lind:** It's me & nobody else. Come in!\n\n"
              "**Ada:** Fine." +
              end)
            .size() == 4);
  CHECK(turns("**Ada**: Who is there?\n\n**Bo Lind**: It's me & nobody else. Come in!\n\n"
              "**Ada**: Fine.\n\n**Bo Lind**: Yes.\n") ==
        Strings{kNames[0], kNames[1], kNames[2], "Bo Lind: Yes."});
  CHECK(turns("A talk.\n\n**Ada:**\nWho is there?\n\n**Bo Lind:**\nIt's me & nobody else.\n\nCome "
              "in!\n\n**Ada:**\nFine.\n\n**Bo Lind:**\nYes.\n") ==
        Strings{kNames[0], kNames[1], kNames[2], "Bo Lind: Yes."});
}

TEST_CASE("headings that are names begin turns, and others are headings") {
  const auto read = transcripts::read(
      "---\ntitle: T\n---\n# A talk\n\n## Transcript\n\n### Ada\n\nWho is there?\n\n### Bo Lind\n\n"
      "It's me & nobody else.\n\nCome in!\n\n## Beginnings\n\n### Ada\n\nFine.\n\n### Bo Lind:\n\n"
      "Yes.\n\n### Cy\n\nMay I?\n",
      "talk.md");
  CHECK(turns(read.value) ==
        Strings{kNames[0], kNames[1], kNames[2], "Bo Lind: Yes.", "Cy: May I?"});
  REQUIRE(read.value.headings.size() == 1);
}

TEST_CASE("headings that do not return are chapters, not names") {
  CHECK(turns("# Ada\n\nWho is there?\n\n# Bo Lind\n\nIt's me & nobody else. Come in!\n\n# Ada\n\n"
              "Fine.\n\n# Cy\n\nNo.\n")
            .size() == 1);
}

TEST_CASE("a table of times, speakers and texts is a transcript, whatever is around it") {
  const auto form =
      GENERATE(as<std::string>(),
               "| Time | Speaker | Text |\n|---|:-:|---|\n| 0:00 | Ada | Who is there? |\n"
               "| 0:02 | **Bo Lind** | It's me & nobody else. |\n| 0:04 | | Come in! |\n"
               "| 0:06 | Ada: | Fine. |\n",
               "Speaker | Timestamp | Transcript\n--- | --- | ---\nAda | [00:00:00] | Who "
               "is there?\nBo Lind | [00:00:02] | It's me & nobody else. Come in!\n"
               "Ada | [00:00:06] | Fine.\n");
  CAPTURE(form);
  const auto file = "---\ntitle: T\n---\nNotes.\n\n| a | b |\n|---|---|\n| c | d |\n\n" + form +
                    "\n## Links\n\nNo speech.\n";
  CHECK(turns(file, "talk.md") == kSeconds);
  CHECK(turns("| Speaker | Text |\n|---|---|\n| Ada | Who \\| there? |\n| [Bo](https://b.example) "
              "| Me. |\n",
              "t.md") == Strings{"Ada: Who | there?", "Bo: Me."});
  CHECK(turns("| Time | What |\n|---|---|\n| 0:01 | **Ada:** Hi. |\n| 0:03 | **Bo:** Ho. |\n"
              "| 0:05 | **Ada:** Hey. |\n| 0:07 | **Bo:** Hoy. |\n",
              "t.md") ==
        Strings{"Ada@1000: Hi.", "Bo@3000: Ho.", "Ada@5000: Hey.", "Bo@7000: Hoy."});
}

TEST_CASE("names and times begin turns, however they are written") {
  const auto form = GENERATE(as<std::string>(), "{n}  {t}  \n{s}\n\n", "{n} ({t}):\n{s}\n\n",
                             "{n}: {t}\n\n{s}\n\n", "[{t}] {n}: {s}\n", "**{n}:** [{t}] {s}\n\n",
                             "**{n}** {t}\n{s}\n\n", "[{t} \u2192 0:59] **{n}:** {s}\n\n",
                             "**{n}:** \\[{t} \\] {s}\n\n", "{n} - {t}\n{s}\n\n",
                             "{t} {n}\n{s}\n\n", "### {n} [{t}]\n\n{s}\n\n", "({t}) {n}: {s}\n");
  const auto with = [&](std::string name, std::string time, std::string speech) {
    auto line = form;
    line.replace(line.find("{n}"), 3, name);
    line.replace(line.find("{t}"), 3, time);
    return line.replace(line.find("{s}"), 3, speech);
  };
  CAPTURE(form);
  CHECK(turns(with("Ada", "0:00", "Who is there?") +
              with("Bo Lind", "00:00:02", "It's me & nobody else. Come in!") +
              with("Ada", "0:06", "Fine.") + with("Bo Lind", "0:09", "Yes.")) ==
        Strings{kSeconds[0], kSeconds[1], kSeconds[2], "Bo Lind@9000: Yes."});
}

TEST_CASE("what meetings and services put around and above the turns is no speech") {
  CHECK(turns("Ada started transcription\n\nAda   0:00\nWho is there?\n\nBo Lind   0:02\nIt's me & "
              "nobody else. Come in!\n\nAda   0:06\nFine.\n\nBo Lind   0:09\nYes.\n\n[END OF "
              "AUDIO]\n\nBo Lind stopped transcription\nMeeting ended after 00:00:10\n") ==
        Strings{kSeconds[0], kSeconds[1], kSeconds[2], "Bo Lind@9000: Yes."});
  CHECK(turns("00:00:00:12 - 00:00:01:10\nAda\nWho is there?\n\n00:00:02:06 - 00:00:04:00\nBo "
              "Lind\nIt's me & nobody else. Come in!\n\n00:00:06:00 - 00:00:07:00\nAda\nFine.\n\n"
              "00:00:09:00 - 00:00:10:00\nBo Lind\nOne thing: yes.\n") ==
        Strings{kSeconds[0], kSeconds[1], kSeconds[2], "Bo Lind@9000: One thing: yes."});
  CHECK(turns("Ada [0.5 - 2.0]: Who is there?\n\nBo Lind [2.25 --> 4.5s]: It's me & nobody else. "
              "Come in!\n\nAda [6.0 - 7.0]: Fine.\n\nBo Lind [9.0 - 9.5]: Yes.\n") ==
        Strings{kExact[0], kExact[1], kExact[2], "Bo Lind@9000: Yes."});
  CHECK(turns("SPEAKER: S1\nWho is there?\n\nSPEAKER: S2\nIt's me.\n\nSPEAKER: S1\nFine.\n\n"
              "SPEAKER: S2\nYes.\n") ==
        Strings{"S1: Who is there?", "S2: It's me.", "S1: Fine.", "S2: Yes."});
}

TEST_CASE("names in HTML stand in cite, in dt, or in bold before a colon") {
  CHECK(
      turns("<html><body><p><strong>Ada:</strong> Who is <b>there</b>?</p><p><b>Bo Lind</b>: It's "
            "me &amp; nobody else. Come in!</p><p><strong>Ada:</strong> Fine.</p></body></html>") ==
      kNames);
  CHECK(
      turns(
          "<!doctype html><html><dl><dt>Ada</dt><dd>Who is there?</dd><dt>Bo Lind</dt><dd>It's me "
          "&amp; nobody else. Come in!</dd><dt>Ada:</dt><dd>Fine.</dd></dl></html>") == kNames);
  CHECK(turns("<html><p><b>Bold</b> words, and no name.</p></html>") ==
        Strings{": Bold words, and no name."});
}

TEST_CASE("JSON of more services") {
  CHECK(turns(R"({"results":[
      {"type":"word","start_time":0.5,"alternatives":[{"content":"Who","speaker":"S1"}]},
      {"type":"punctuation","start_time":0.6,"alternatives":[{"content":"?","speaker":"S1"}]},
      {"type":"word","start_time":2.25,"alternatives":[{"content":"Me","speaker":"S2"}]}]})") ==
        Strings{"S1@500: Who?", "S2@2250: Me"});
  CHECK(turns(R"({"results":[{"alternatives":[{"timestamps":[["who",0.5,0.7],["me",2.25,2.5]]}]}],
      "speaker_labels":[{"from":0.5,"to":0.7,"speaker":0},{"from":2.25,"to":2.5,"speaker":1}]})") ==
        Strings{"Speaker 0@500: who", "Speaker 1@2250: me"});
  CHECK(turns(R"({"words":[{"text":"Who?","start":0.5,"type":"word","speaker_id":"a"},
      {"text":" ","start":0.7,"type":"spacing","speaker_id":"a"},
      {"text":"Me.","start":2.25,"type":"word","speaker_id":"b"}]})") ==
        Strings{"a@500: Who?", "b@2250: Me."});
  CHECK(turns(R"({"words":[{"text":"Who?","start":500,"speaker":"A"}]})") ==
        Strings{"A@500: Who?"});
  CHECK(turns(R"({"data":{"transcript":{"sentences":[
      {"speaker_name":"Ada","text":"Who is there?","start_time":0.5},
      {"speaker_name":"Bo Lind","text":"Me.","start_time":2.25}]}}})") ==
        Strings{"Ada@500: Who is there?", "Bo Lind@2250: Me."});
  CHECK(turns(R"({"wireMagic":"pb3","events":[{"tStartMs":0,"wWinId":1},
      {"tStartMs":500,"segs":[{"utf8":"Who"},{"utf8":" is","tOffsetMs":90},{"utf8":" it?"}]},
      {"tStartMs":2250,"segs":[{"utf8":"\n"}]},{"tStartMs":2250,"segs":[{"utf8":"Me."}]}]})") ==
        Strings{"@500: Who is it?", "@2250: Me."});
}

TEST_CASE("a time alone goes on with its turn") {
  CHECK(turns("Ada (0:00):\nWho is there?\n\n(0:01):\nNobody?\n\nBo (0:02):\nMe.\n\nAda (0:04):\n"
              "Fine.\n\nBo (0:06):\nYes.\n") == Strings{"Ada@0: Who is there? Nobody?",
                                                        "Bo@2000: Me.", "Ada@4000: Fine.",
                                                        "Bo@6000: Yes."});
}

TEST_CASE("times without names begin turns behind the ends of sentences") {
  CHECK(turns("00:00:00 Who is\n\n00:00:01 there?\n\n00:00:02 Nobody: or\n\n00:00:03 not.\n") ==
        Strings{"@0: Who is there?", "@2000: Nobody: or not."});
  CHECK(turns("Transcript\n0:00\nWho is\n0:01\nthere?\n0:02\nNobody.\n") ==
        Strings{"@0: Who is there?", "@2000: Nobody."});
}

TEST_CASE("text without heads is one voice") {
  CHECK(turns("Once there was a tale.\n\nIt was short.\n") ==
        Strings{": Once there was a tale. It was short."});
}

TEST_CASE("labels in front of voices are no speech") {
  CHECK(turns("WEBVTT\n\n00:00.500 --> 00:02.000\nAda: <v Ada>Who is there?</v>\n\n"
              "00:02.250 --> 00:04.000\nBo Lind:\n<v Bo Lind>It's me &amp; nobody else.</v>\n\n"
              "00:04.000 --> 00:05.000\n<v Bo Lind>Come in!\n\n"
              "00:06.000 --> 00:07.000\nAda: <v Ada>Fine.</v>\n") == kExact);
  CHECK(turns("WEBVTT\n\n00:01.000 --> 00:02.000\nAda: <v Ada>Yes.</v>\n") ==
        Strings{"Ada@1000: Yes."});
  CHECK(turns("WEBVTT\n\n00:01.000 --> 00:02.000\nReally: <v Ada>Yes.</v>\n") ==
        Strings{"@1000: Really:", "Ada: Yes."});
}

TEST_CASE("cues with names, voices, marks or nothing") {
  CHECK(turns("1\n00:00:00,500 --> 00:00:02,000\nAda: Who is\nthere?\n\n2\n00:00:02,250 --> "
              "00:00:04,000\nBo Lind: It's me & nobody else.\n\n3\n00:00:04,000 --> 00:00:05,000\n"
              "<i>Come</i> in!\n\n4\n00:00:06,000 --> 00:00:07,000\n{\\an8}Ada: Fine.\n\n5\n"
              "00:00:08,000 --> 00:00:09,000\nBo Lind: Yes.\n") ==
        Strings{kExact[0], kExact[1], kExact[2], "Bo Lind@8000: Yes."});
  CHECK(turns("WEBVTT\nKind: captions\n\nNOTE\nno speech\n\nid\n0.500 --> 2.000\n<v Ada>Who is "
              "there?</v>\n\n00:02.250 --> 00:04.000 align:start\n<v.loud Bo Lind>It's me &amp; "
              "nobody else.\n\n00:04.000 --> 00:05.000\n<v Bo Lind>Come in!\n\n00:06.000 --> "
              "00:07.000\n<v Ada>Fine.\n") == kExact);
  CHECK(turns("WEBVTT\n\n00:00.500 --> 00:02.000\n&gt;&gt; Who is there?\n\n00:02.250 --> "
              "00:04.000\n>> It's me.\nReally.\n\n00:06.000 --> 00:07.000\n- Fine. - Yes.\n") ==
        Strings{"@500: Who is there?", "@2250: It's me. Really.", "@6000: Fine.", ": Yes."});
  CHECK(turns("0:00:00.500,0:00:02.000\nWho is there?\n\n0:00:02.250,0:00:04.000\nIt's me & nobody "
              "else.\n\n0:00:04.000,0:00:05.000\nCome in!\n\n0:00:06.000,0:00:07.000\nFine.\n") ==
        kTimes);
}

TEST_CASE("a blank line inside a cue parts nothing") {
  CHECK(turns("1\n00:00:01,000 --> 00:00:02,000\nOne\n\ntwo.\n\n2\n00:00:03,000 --> 00:00:04,000\n"
              "Three.\n") == Strings{"@1000: One two.", "@3000: Three."});
}

TEST_CASE("cues that do not stand in the order of their times are read in it") {
  const std::string file =
      "WEBVTT\n\n00:07.000 --> 00:08.000\nd\n\n00:03.000 --> 00:04.000\nb\n\n00:05.000 --> "
      "00:06.000\nc\n\n00:01.000 --> 00:02.000\na\n";
  CHECK(turns(file) == Strings{"@1000: a b c d"});
  CHECK(transcripts::rules(transcripts::read(file).diagnostics) ==
        Strings{"transcript-out-of-order"});
}

TEST_CASE("rolling captions are said once") {
  CHECK(
      turns("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n \nso<00:00:01.200><c> what</c>\n\n"
            "00:00:02.000 --> 00:00:02.010\nso what\n \n\n00:00:02.010 --> 00:00:03.000\nso what\n"
            "is<00:00:02.500><c> it</c>\n\n00:00:03.000 --> 00:00:03.010\nis it\n \n\n00:00:03.010 "
            "--> 00:00:04.000\nis it\nnow\n") == Strings{"@1000: so what is it now"});
}

TEST_CASE("tables, labels, STM and CTM") {
  CHECK(turns("start\tend\ttext\n500\t2000\tWho is there?\n2250\t4000\tIt's me & nobody else.\n"
              "4000\t5000\tCome in!\n6000\t7000\tFine.\n") == kTimes);
  CHECK(
      turns("Speaker,Start,Text\nAda,0:00.5,\"Who is there?\"\nBo Lind,0:02.25,\"It's me & nobody "
            "else. Come in!\"\nAda,0:06,Fine.\n") == kExact);
  CHECK(turns("0.500000\t2.0\tAda: Who is there?\n2.250000\t4.0\tBo Lind: It's me & nobody else. "
              "Come in!\n6.0\t7.0\tAda: Fine.\n8.0\t9.0\tBo Lind: Yes.\n") ==
        Strings{kExact[0], kExact[1], kExact[2], "Bo Lind@8000: Yes."});
  CHECK(turns(";; LABEL\nx 1 ada 0.5 2.0 <O> Who is there?\nx 1 bo 2.25 4.0 <O> It's me.\n") ==
        Strings{"ada@500: Who is there?", "bo@2250: It's me."});
  CHECK(turns("x 1 0.5 0.2 Who 0.9\nx 2 2.25 0.1 Me. 0.9\nx 1 0.8 0.2 there? 0.9\n") ==
        Strings{"1@500: Who there?", "2@2250: Me."});
}

TEST_CASE("JSON of hosts and services") {
  CHECK(turns(R"({"version":"1.0.0","segments":[
      {"speaker":"Ada","startTime":0.5,"endTime":2,"body":"Who is there?"},
      {"speaker":"Bo Lind","startTime":2.25,"endTime":4,"body":"It's me & nobody else."},
      {"speaker":"Bo Lind","startTime":4,"endTime":5,"body":"Come in!"},
      {"speaker":"Ada","startTime":6,"endTime":7,"body":"Fine."}]})") == kExact);
  CHECK(turns(R"({"text":" Who","segments":[{"start":0.5,"text":" Who is there?"},
      {"start":2.25,"text":" It's me & nobody else."},{"start":4.0,"text":" Come in!"},
      {"start":6,"text":" Fine."}]})") == kTimes);
  CHECK(turns(R"({"transcription":[{"offsets":{"from":500,"to":2},"text":" Who is there?"}]})") ==
        Strings{kTimes[0]});
  CHECK(turns(R"({"utterances":[{"speaker":"A","start":500,"text":"Who is there?"},
      {"speaker":"B","start":2250,"text":"Me."}]})") ==
        Strings{"A@500: Who is there?", "B@2250: Me."});
  CHECK(turns(R"({"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Who","ts":0.5},
      {"type":"punct","value":" "},{"type":"text","value":"now","ts":1},
      {"type":"punct","value":"?"}]}]})") == Strings{"Speaker 0@500: Who now?"});
  CHECK(turns(R"({"results":{"channels":[{"alternatives":[{"words":[
      {"word":"who","start":0.5,"speaker":0,"punctuated_word":"Who?"},
      {"word":"me","start":2.25,"speaker":1,"punctuated_word":"Me."}]}]}]}})") ==
        Strings{"Speaker 0@500: Who?", "Speaker 1@2250: Me."});
  CHECK(turns(R"({"results":{"speaker_labels":{"segments":[
      {"start_time":"0.5","speaker_label":"spk_0"},{"start_time":"2.25","speaker_label":"spk_1"}]},
      "items":[{"start_time":"0.5","type":"pronunciation","alternatives":[{"content":"Who"}]},
      {"type":"punctuation","alternatives":[{"content":"?"}]},
      {"start_time":"2.25","type":"pronunciation","alternatives":[{"content":"Me"}]}]}})") ==
        Strings{"spk_0@500: Who?", "spk_1@2250: Me"});
  CHECK(turns(R"({"results":[{"alternatives":[{"words":[{"startTime":"0.500s","word":"Who?"}]}]},
      {"alternatives":[{"words":[{"startTime":"0.500s","word":"Who?","speakerTag":1},
      {"startTime":"2.250s","word":"Me.","speakerTag":2}]}]}]})") ==
        Strings{"Speaker 1@500: Who?", "Speaker 2@2250: Me."});
}

TEST_CASE("XML, HTML and TextGrid") {
  CHECK(turns(R"(<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="x"><head>
      <ttm:agent xml:id="a"><ttm:name>Ada</ttm:name></ttm:agent></head><body><div>
      <p begin="0.500" ttm:agent="a"><span begin="0.5" p:unit="word">Who</span><span
      begin="1" p:unit="word">is</span> <span p:unit="word">there?</span></p>
      <p begin="0:02.250" ttm:agent="Bo Lind">It's me &amp; nobody else.<br/>Come in!</p>
      <p begin="00:00:06.000" ttm:agent="a">Fine.</p></div></body></tt>)") == kExact);
  CHECK(turns(R"(<Trans><Speakers><Speaker id="s1" name="Ada"/><Speaker id="s2" name="Bo Lind"/>
      </Speakers><Episode><Turn speaker="s1" startTime="0.5"><Sync time="0.5"/>Who is there?</Turn>
      <Turn speaker="s2" startTime="2.25"><Sync time="2.25"/>It's me &amp; nobody else.
      <Sync time="4"/>Come in!</Turn><Turn speaker="s1" startTime="6">Fine.</Turn></Episode></Trans>)") ==
        kExact);
  CHECK(
      turns("<!DOCTYPE html><html><head><title>T</title></head><body><h1>T</h1>\n<cite>Ada:</cite>"
            "<time>0:00</time><p>Who is <b>there</b>?</p><cite>Bo Lind:</cite>\n<time>0:02</time>"
            "<p>It's me &amp; nobody else.<p>Come in!\n<cite>Ada:</cite><time>0:06</time><p>Fine."
            "</p></body></html>") == kSeconds);
  CHECK(turns("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n9\n<exists>\n2\n"
              "\"IntervalTier\"\n\"Ada\"\n0\n9\n3\n0.5\n2\n\"Who is there?\"\n2\n6\n\"\"\n6\n7\n"
              "\"Fine.\"\n\"IntervalTier\"\n\"Bo Lind\"\n0\n9\n1\n2.25\n5\n"
              "\"It's me & nobody else. Come in!\"\n") == kExact);
}

TEST_CASE("every word has its place in the file") {
  const std::string file =
      R"({"segments":[{"start":1,"text":"\u00c4h, \"so\"\nbe it \ud83d\udc4d"}]})";
  const auto episode = transcripts::read(file).value;
  Strings places;
  for (const auto& word : episode.words) {
    places.push_back(file.substr(word.source.begin, word.source.end - word.source.begin));
  }
  CHECK(places == Strings{"\\u00c4h,", "\"so\\\"", "be", "it", "\\ud83d\\udc4d"});
  const std::string cues = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>So <i>be</i> it\n";
  const auto& read = transcripts::read(cues).value;
  CHECK(read.words.at(1).source.begin == cues.find("be"));
  CHECK(read.speakers.at(0).source.begin == cues.find("Ada"));
  CHECK(read.turns.at(0).stamp_source.begin == cues.find("00:01"));
}
