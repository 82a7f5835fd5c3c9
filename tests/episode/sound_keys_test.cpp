// The sound under the keys that other site generators give it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using namespace std::chrono_literals;
using pages::bytes;
using pages::diagnostics;
using pages::parse;
using pages::Strings;

namespace {

const std::string kSpoken =
    "[transcript]\n[ann host1 Ann Ash]\n[0:01] ann: Hi there.\n[/transcript]\n";

std::string page_with(const std::string& yaml) {
  return "---\ntitle: T\n" + yaml + "---\n" + kSpoken;
}

}  // namespace

TEST_CASE("file, size and length stand under many keys") {
  const auto head = GENERATE(
      as<std::string>(), "podcast_file: a.mp3\npodcast_duration: 0:02:18\npodcast_bytes: 22\n",
      "podcastFile: a.mp3\nduration: 138\nfileSize: '22'\n",
      "podcast:\n  file: a.mp3\n  duration: 2:18\n  bytes: 22\n",
      "audio: a.mp3\nduration: 02:18.500\nlength: 22\n",
      "audio:\n  mp3: a.mp3\n  ogg: b.ogg\nlength: 2:18\nsize: 22\n",
      "audio:\n  - url: a.mp3\n    mimeType: audio/mpeg\n    size: 22\nduration: 2:18\n",
      "enclosure: {url: a.mp3, length: 22}\nduration: 2:18\n",
      "params: {audio_file: a.mp3, duration: 2:18, bytes: 22}\n",
      "mp3URL: a.mp3\nlink: https://e.example/1\nduration: 138.2\nbytes: \"22\"\n",
      "url: a.mp3\ntime: 10:30\nduration: '2:18'\nbytes: 22\n");
  CAPTURE(head);
  const auto parsed = parse(page_with(head));
  CHECK(parsed.diagnostics.empty());
  REQUIRE(parsed.value.mp3.file);
  CHECK(parsed.value.mp3.file->value == "a.mp3");
  CHECK(bytes(page_with(head), parsed.value.mp3.file->source) == "a.mp3");
  CHECK(parsed.value.mp3.size.value().value == 22);
  CHECK(parsed.value.mp3.duration.value().value == 2min + 18s);
}

TEST_CASE("what is no sound under such a key is none, and what cannot be read is not told") {
  const auto parsed = parse(page_with("link: https://e.example/1\nurl: /1/\nfile: notes.pdf\n"));
  CHECK_FALSE(parsed.value.mp3.file);
  const auto address =
      parse(page_with("audio: https://cdn.example/s/a.M4A?x=1#t\nsize: 13.7 MB\nlength: long\n"));
  CHECK(address.diagnostics.empty());
  CHECK(address.value.mp3.file.value().value == "https://cdn.example/s/a.M4A?x=1#t");
  CHECK_FALSE(address.value.mp3.size);
  CHECK_FALSE(address.value.mp3.duration);
}

TEST_CASE("this project's own keys count before others") {
  const auto parsed = parse(page_with("audio: b.mp3\nmp3: {file: a.mp3, size: 1, time: '0:12'}\n"));
  CHECK(parsed.value.mp3.file.value().value == "a.mp3");
}

TEST_CASE("a file of a transcript is named by its ending") {
  CHECK(parse(page_with("transcript: talks/a.vtt\n")).value.transcript_file.value().value ==
        "talks/a.vtt");
  CHECK(parse(page_with("transcripts:\n  - url: a.json?x\n")).value.transcript_file.value().value ==
        "a.json?x");
  for (const auto* const none : {"true", "episode-1", "{a: b.vtt}"}) {
    CAPTURE(none);
    CHECK_FALSE(parse(page_with("transcript: " + std::string(none) + "\n")).value.transcript_file);
  }
}

TEST_CASE("a head in TOML is read as one in YAML is") {
  const std::string toml =
      "+++\n# Zoë\ntitle = \"Bees \\u00e4\"\ndate = 2024-05-06\n[extra]\naudio_file = 'ä.mp3'\n"
      "bytes = 1_022\nduration = \"0:12\"\n+++\n" +
      kSpoken;
  const auto parsed = parse(toml);
  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.value.title == "Bees ä");
  CHECK(parsed.value.mp3.file.value().value == "ä.mp3");
  CHECK(bytes(toml, parsed.value.mp3.file->source) == "'ä.mp3'");
  CHECK(parsed.value.mp3.size.value().value == 1022);
  CHECK(bytes(toml, parsed.value.mp3.size->source) == "1_022");
  CHECK(parsed.value.mp3.duration.value().value == 12s);

  const auto own = parse(
      "+++\ntitle = \"T\"\nmp3 = {file = \"a.mp3\", size = 1, time = \"0:12\"}\n"
      "[[chapters]]\ntime = \"0:01\"\ntitle = \"A\"\n[pronunciations]\nGrzyb = \"G ZH IH P\"\n"
      "+++\n" +
      kSpoken);
  CHECK(own.diagnostics.empty());
  CHECK(own.value.mp3.file.value().value == "a.mp3");
  CHECK(own.value.chapters.size() == 1);
  CHECK(own.value.pronunciations.contains("Grzyb"));

  const auto broken = diagnostics("+++\ntitle = Bees\n+++\n" + kSpoken);
  CHECK(std::ranges::find(broken, "2:9 warning front-matter-toml") != broken.end());
}
