#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using namespace std::chrono_literals;
using pages::bytes;
using pages::diagnostics;
using pages::kFrontMatter;
using pages::kSpeakers;
using pages::parse;
using pages::place;
using pages::shown;
using pages::Strings;
using pages::with_transcript;

TEST_CASE("turns have a speaker, a stamp with its place, and words") {
  const auto page = with_transcript("  [00:03] ann: Hi there,\nBob.\n\n[1:02:03]   bob:\n    Ho.");
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty() == false);  // The stamp lies beyond the declared time.
  const auto& turns = parsed.value.turns;
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].speaker == 0);
  CHECK(turns[0].stamp == cmos::Time(3s));
  CHECK(bytes(page, turns[0].stamp_source) == "00:03");
  CHECK(pages::text(parsed.value, turns[0]) == "Hi there, Bob.");
  CHECK(turns[1].speaker == 1);
  CHECK(turns[1].stamp == cmos::Time(1h + 2min + 3s));
  CHECK(bytes(page, turns[1].stamp_source) == "1:02:03");
  CHECK(pages::text(parsed.value, turns[1]) == "Ho.");
}

TEST_CASE("every word knows its bytes") {
  const auto page = with_transcript("[0:01] ann: Hi,  my\n\tdear Bob.\n\n[0:02] bob: Yorùbá!");
  const auto episode = parse(page).value;
  REQUIRE(episode.words.size() == 5);
  for (const auto& word : episode.words) CHECK(bytes(page, word.source) == word.text);
}

TEST_CASE("words of scripts without spaces are words of the episode") {
  const auto page =
      with_transcript("[0:01] ann: 大家[好，欢迎](x)收听 Perl播客。[笑]\n\n[0:02] bob: 好");
  const auto episode = parse(page).value;
  Strings words;
  for (const auto& word : episode.words) {
    CHECK(bytes(page, word.source).find(word.text.substr(0, 3)) != std::string::npos);
    words.push_back((word.joined ? "+" : "") + word.text + (word.is_note ? " note" : ""));
  }
  CHECK(words ==
        Strings{"大家", "+好，", "+欢迎", "+收听", "Perl", "+播", "+客。", "+[笑] note", "好"});
  REQUIRE(episode.links.size() == 1);
  CHECK(episode.links[0].first_word == 1);
  CHECK(episode.links[0].end_word == 3);
  std::string text;
  for (const auto& word : episode.words) cmos::append_word(text, word);
  CHECK(text == "大家好，欢迎收听 Perl播客。[笑] 好");
}

TEST_CASE("long speech without a blank is cut between words and goes on") {
  std::string speech;
  while (speech.size() < 20'000) speech += "今天天气";
  const auto page = with_transcript("[0:01] ann: " + speech + "\n\n[0:02] bob: 好");
  const auto episode = parse(page).value;
  std::string text;
  for (const auto& word : episode.words) {
    CHECK((word.text == "今天" || word.text == "天气" || word.text == "好"));
    cmos::append_word(text, word);
  }
  CHECK(text == speech + " 好");
}

TEST_CASE("French marks with blanks inside or before them belong to their word") {
  CHECK(shown("« Bien sûr ! » dit-il ; et puis : rien ?!") ==
        "«\u00A0Bien sûr\u00A0!\u00A0» dit-il\u00A0; et puis\u00A0: rien\u00A0?!");
  const auto page = with_transcript("[0:01] ann: « Oui  » — non\n?\n\n! bob :) ?x\n[0:02] bob: «");
  const auto episode = parse(page).value;
  Strings words;
  for (const auto& word : episode.words) words.push_back(word.text);
  CHECK(words == Strings{"«\u00A0Oui\u00A0»", "—", "non\u00A0?", "!", "bob", ":)", "?x", "«"});
  CHECK(bytes(page, episode.words.at(0).source) == "« Oui  »");
}

TEST_CASE("a blank line begins a paragraph, however the blanks fall") {
  const auto episode =
      parse(
          with_transcript("[0:01] ann:\n\n  One two.\nThree.\n \t \n\nFour.\n\n[0:02] bob: Five."))
          .value;
  CHECK(episode.turns.at(0).paragraphs == std::vector<std::size_t>{0, 3});
  CHECK(episode.turns.at(1).paragraphs == std::vector<std::size_t>{4});
}

TEST_CASE("equal stamps on consecutive turns are normal") {
  CHECK(diagnostics(with_transcript("[0:01] ann: Hi.\n[0:01] bob: Ho.")).empty());
}

TEST_CASE("stamps that run backwards are told and kept") {
  const auto page = with_transcript("[0:10] ann: Hi.\n[0:05] bob: Ho.\n[0:07] ann: Hi.");
  CHECK(diagnostics(page) == Strings{place(page, "0:05") + " warning stamp-backwards"});
  CHECK(parse(page).value.turns.at(1).stamp == cmos::Time(5s));
}

TEST_CASE("a stamp that is no time is told, and its turn takes the stamp before it") {
  for (const std::string stamp :
       {"[99:99]", "[1:2]", "[0:60]", "[00:0003]", "[:12]", "[1:60:00]"}) {
    INFO(stamp);
    const auto page = with_transcript("[0:10] ann: Hi.\n" + stamp + " bob: Ho.\n[0:20] ann: Hi.");
    CHECK(diagnostics(page) == Strings{place(page, stamp.substr(1)) + " warning stamp-malformed"});
    const auto& turns = parse(page).value.turns;
    REQUIRE(turns.size() == 3);
    CHECK(turns[1].stamp == cmos::Time(10s));
    CHECK(turns[1].speaker == 1);
    CHECK(bytes(page, turns[1].stamp_source) == stamp.substr(1, stamp.size() - 2));
  }
  const auto first = parse(with_transcript("[99:99] ann: Hi.\n[0:02] bob: Ho."));
  CHECK(first.value.turns.at(0).stamp == cmos::Time(0s));
}

TEST_CASE("a mistyped stamp in front of a declared speaker still begins a turn") {
  for (const std::string stamp : {"[0.12]", "[0;12]", "[0:1o]", "[12]", "[0:12", "[ 0:1x ]"}) {
    INFO(stamp);
    const auto page = with_transcript("[0:10] ann: Hi.\n" + stamp + " bob: Ho.");
    REQUIRE(parse(page).value.turns.size() == 2);
    CHECK(diagnostics(page).size() == 1);
    CHECK(parse(page).diagnostics.at(0).rule.name() == "stamp-malformed");
  }
  const auto unclosed = parse(with_transcript("[0:10] ann: Hi.\n[0:12 bob: Ho."));
  CHECK(unclosed.value.turns.at(1).stamp == cmos::Time(12s));
}

TEST_CASE("numbers in brackets that begin a line of speech are no stamps") {
  const auto page = with_transcript(
      "[0:10] ann: It was in\n[2016] and in\n[2017] zoe: was\n"
      "array[0:3] of it.\n[0:11] bob: Ho.");
  const auto episode = parse(page).value;
  REQUIRE(episode.turns.size() == 2);
  CHECK(pages::text(episode, episode.turns[0]) ==
        "It was in [2016] and in [2017] zoe: was array[0:3] of it.");
}

TEST_CASE("a colon in speech begins no turn, but a declared speaker without a stamp is told") {
  const auto page = with_transcript(
      "[0:01] ann: Well.\nOne thing: this.\nbob: that.\nhttp://a.example/\n[0:02] bob: Ho.");
  CHECK(diagnostics(page) == Strings{place(page, "bob: that") + " warning stamp-missing"});
  const auto episode = parse(page).value;
  REQUIRE(episode.turns.size() == 2);
  CHECK(pages::text(episode, episode.turns[0]) ==
        "Well. One thing: this. bob: that. http://a.example/");
}

TEST_CASE("without any stamp, a declared speaker and a colon begin a turn") {
  const auto page = with_transcript(
      "ann: Hi.\nOne thing: this.\nzoe: that.\n\n  bob:\n  Ho [0:12] ho.\nSo: what?");
  const auto parsed = parse(page);
  CHECK(diagnostics(page).empty());
  const auto& turns = parsed.value.turns;
  REQUIRE(turns.size() == 2);
  CHECK_FALSE(turns[0].stamp.has_value());
  CHECK(turns[0].stamp_source == cmos::SourceSpan{page.find("ann: Hi"), page.find("ann: Hi")});
  CHECK(pages::text(parsed.value, turns[0]) == "Hi. One thing: this. zoe: that.");
  CHECK(turns[1].speaker == 1);
  CHECK(pages::text(parsed.value, turns[1]) == "Ho [0:12] ho. So: what?");
}

TEST_CASE("a turn without text is left out, with a warning") {
  const auto page = with_transcript(
      "[0:01] ann: Hi.\n[0:02] bob:\n\n[0:03] ann: <!-- no -->\n"
      "[0:04] bob: Ho.\n[0:05] ann: <b></b>");
  CHECK(diagnostics(page) == Strings{place(page, "[0:02]") + " warning turn-empty",
                                     place(page, "[0:03]") + " warning turn-empty",
                                     place(page, "[0:05]") + " warning turn-empty"});
  CHECK(parse(page).value.turns.size() == 2);
}

TEST_CASE("text before the first turn is left out, with one warning") {
  const auto page =
      with_transcript("Music plays.\n\nMore music.\n[0:01] ann: Hi.\n[0:02] bob: Ho.");
  CHECK(diagnostics(page) == Strings{place(page, "Music") + " warning text-before-first-turn"});
  CHECK(parse(page).value.words.size() == 2);
}

TEST_CASE("HTML comments vanish, in and around the transcript") {
  const auto page = with_transcript(
      "<!-- [0:00] ann: No.\n[/transcript] -->\n[0:01] ann: Hi <!-- a -->there,\n<!-- b\n\nc\n-->\n"
      "dear Bo<!--\n-->b.\n<!-->[0:02] bob: Ho.<!---->\n<!--\n[0:03] bob: No.\n-->");
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty());
  REQUIRE(parsed.value.turns.size() == 2);
  CHECK(pages::text(parsed.value, parsed.value.turns[0]) == "Hi there, dear Bob.");
  CHECK(parsed.value.turns[0].paragraphs.size() == 1);
  CHECK(bytes(page, parsed.value.words.at(3).source) == "Bo<!--\n-->b.");
  CHECK(pages::text(parsed.value, parsed.value.turns[1]) == "Ho.");
}

TEST_CASE("a comment that is never closed hides nothing") {
  const auto page = with_transcript("[0:01] ann: Hi <!-- there.\n[0:02] bob: Ho.");
  CHECK(diagnostics(page) == Strings{place(page, "<!--") + " warning comment-unclosed"});
  CHECK(pages::text(parse(page).value, 0, 3) == "Hi there. Ho.");
}

TEST_CASE("a comment that begins in another is told") {
  const auto page =
      with_transcript("[0:01] ann: Hi.\n<!-- forgotten\n[0:02] bob: Ho.") + "<!-- end -->\n";
  const auto found = diagnostics(page);
  CHECK(std::count(found.begin(), found.end(),
                   place(page, "<!-- forgotten") + " warning comment-unclosed") == 1);
}

TEST_CASE("headings belong to the turn that follows") {
  const auto page = with_transcript(
      "## Beginning\n\n[0:01] ann: Hi.\n### The *middle* &amp; more ###\nStill Ann.\n[0:02] bob:\n"
      "# Bob\nHo.\n#dancer is a channel.\n\n  ## End\n##\n####### seven");
  const auto parsed = parse(page);
  const auto& headings = parsed.value.headings;
  REQUIRE(headings.size() == 4);
  CHECK(headings[0].text == "Beginning");
  CHECK(headings[0].level == 2);
  CHECK(headings[0].turn == 0);
  CHECK(bytes(page, headings[0].source) == "## Beginning");
  CHECK(headings[1].text == "The middle & more");
  CHECK(headings[1].level == 3);
  CHECK(headings[1].turn == 1);
  CHECK(headings[2].turn == 1);
  CHECK(headings[3].text == "End");
  CHECK(headings[3].turn == 2);
  CHECK(pages::text(parsed.value, parsed.value.turns.at(0)) == "Hi. Still Ann.");
  CHECK(parsed.value.turns.at(0).paragraphs.size() == 2);
  CHECK(pages::text(parsed.value, parsed.value.turns.at(1)) ==
        "Ho. #dancer is a channel. ####### seven");
}

TEST_CASE("rules part paragraphs and bullets begin them") {
  const auto episode =
      parse(with_transcript("[0:01] ann: One\n---\ntwo\n* three\n  - four\n-five\n1. six\n\n"
                            "[0:02] bob: Ho."))
          .value;
  CHECK(pages::text(episode, episode.turns.at(0)) == "One two three four -five 1. six");
  CHECK(episode.turns.at(0).paragraphs == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("lines that Markdown would take as code or quotations are speech") {
  CHECK(pages::shown("One\n    two\n\n        three\n> four\n<div>\n=== five") ==
        "One two three > four === five");
}

TEST_CASE("a transcript that is never closed goes on to the end of the page") {
  const auto page = kFrontMatter + "[transcript]\n" + kSpeakers +
                    "[0:01] ann: Hi.\n[0:02] bob: Ho.\n\n"
                    "<!--\n## Technical info\n-->\n";
  CHECK(diagnostics(page) == Strings{"8:1 warning transcript-unclosed"});
  CHECK(parse(page).value.words.size() == 2);
  CHECK(parse(page).value.headings.empty());
}

TEST_CASE("a second transcript goes on where the first one ended") {
  const auto page = with_transcript("[0:01] ann: Hi.") +
                    "Not this.\n[Transcript]\n[0:02] bob: Ho.\n[/Transcript]\nNor this.\n";
  CHECK(diagnostics(page) == Strings{place(page, "[Transcript]") + " warning transcript-repeated"});
  CHECK(pages::text(parse(page).value, 0, 2) == "Hi. Ho.");
}

TEST_CASE("stamps beyond the time that the page claims are told once") {
  const auto page =
      "---\ntitle: T\nmp3: {file: /a.mp3, size: 1, time: '19:24'}\n---\n"
      "[transcript]\n" +
      kSpeakers +
      "[19:24] ann: Still in.\n[19:25] bob: Out.\n[24:31] ann: Far out.\n"
      "[/transcript]\n";
  const auto parsed = parse(page);
  CHECK(diagnostics(page) == Strings{place(page, "19:25") + " warning stamp-beyond-claimed-time"});
  CHECK(parsed.diagnostics.at(0).message ==
        "stamp [19:25] lies after the end of the MP3 that the page claims (19:24), as do 1 more; "
        "mend `time` or the stamps");
  CHECK(parsed.value.turns.at(2).stamp == cmos::Time(24min + 31s));
}
