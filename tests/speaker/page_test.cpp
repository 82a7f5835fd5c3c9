// Pages that are read aloud: every word of the page once, and a copy of the page that is true.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "speaker/wav_file.h"
#include "support/spoken_audio.h"

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using cmos::Time;

namespace {

const std::string kPage = R"(---
title: "A & B: talk"
mp3:
  file: /media/talk-1.mp3
  size: 7
  time: 59:59
---

Words that nobody says.

[transcript]
[ada host1 Ada Byron]
[bob guest1 Bob]

[00:00] ada: Hello, <q>world</q>! This is [the first line](http://example.com/).

A second *paragraph* &amp; its end.

[0:00] bob: [laughs] C++ - or
   Perl 5.24?
[59:00] ada: [garbled]
[59:59] bob: Yes.
[/transcript]
<!-- the end -->
)";

const std::vector<std::string> kWords{"Hello,", "“world”!",  "This",   "is",        "the", "first",
                                      "line.",  "A",         "second", "paragraph", "&",   "its",
                                      "end.",   "[laughs]",  "C++",    "-",         "or",  "Perl",
                                      "5.24?",  "[garbled]", "Yes."};

fs::path write_page(const TemporaryFolder& folder, const std::string& text) {
  const auto page = folder.path() / "talk.md";
  std::ofstream(page, std::ios::binary) << text;
  return page;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("every word of a page is spoken once, in order, but no notes") {
  for (const std::string family : {"flite", "espeak"}) {
    CAPTURE(family);
    const TemporaryFolder folder;
    const auto spoken = speak_page(folder, write_page(folder, kPage), {"--family", family});
    std::vector<std::string> texts;
    Time last = 0ms;
    for (const auto& word : spoken.truth.words) {
      CAPTURE(word.text);
      texts.push_back(word.text);
      const bool silent = word.text == "[laughs]" || word.text == "[garbled]" || word.text == "-";
      CHECK(word.start.has_value() == !silent);
      if (silent) continue;
      CHECK(*word.start >= last);
      last = *word.start;
    }
    CHECK(texts == kWords);
  }
}

TEST_CASE("speakers of a page have voices of their own, with pauses between turns and paragraphs") {
  const TemporaryFolder folder;
  const auto lines = speak_page(folder, write_page(folder, kPage)).truth.lines;
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].voice == lines[1].voice);
  CHECK(lines[1].voice == lines[2].voice);
  CHECK(lines[2].voice != lines[3].voice);
  CHECK(lines[3].voice == lines[4].voice);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto pause = lines[i].time.start - lines[i - 1].time.end;
    CHECK(pause >= 250ms);
    CHECK(pause <= 800ms);
  }
}

TEST_CASE("the copy of a page differs from it only in what was not true") {
  const TemporaryFolder folder;
  const auto spoken = speak_page(folder, write_page(folder, kPage));
  CHECK(spoken.mp3.filename() == "talk-1.mp3");
  const auto& words = spoken.truth.words;
  const auto clock = [&](std::size_t word) { return cmos::format_clock(*words[word].start); };
  auto expected = replaced(kPage, "size: 7", "size: " + std::to_string(fs::file_size(spoken.mp3)));
  expected =
      replaced(expected, "time: 59:59", "time: " + cmos::format_clock(spoken.truth.duration));
  expected = replaced(expected, "[00:00] ada", fmt::format("[0{}] ada", clock(0)));
  expected = replaced(expected, "[0:00] bob", fmt::format("[{}] bob", clock(14)));
  expected = replaced(expected, "[59:00] ada", fmt::format("[0{}] ada", clock(14)));
  expected = replaced(expected, "[59:59] bob", fmt::format("[0{}] bob", clock(20)));
  CHECK(content_of(spoken.page) == expected);
}

TEST_CASE("the MP3 of a spoken page lasts as long as its truth says and bears the title") {
  const TemporaryFolder folder;
  const auto spoken = speak_page(folder, write_page(folder, kPage), {"--bit-rate", "64k"});
  const auto back = folder.path() / "back.wav";
  REQUIRE(run({"ffmpeg", "-loglevel", "error", "-i", spoken.mp3, "-map_metadata", "-1", "-bitexact",
               back})
              .exit_code == 0);
  CHECK(WavFile(back).samples().size() == WavFile(spoken.wav).samples().size());
  const auto probe = run({"ffprobe", "-loglevel", "error", "-show_format", spoken.mp3});
  CHECK_THAT(probe.out, Contains("TAG:title=A & B: talk\n"));
  CHECK_THAT(probe.out, Contains("bit_rate=64"));
}

TEST_CASE("an intro, speech without a transcript and noise shift the words but not their order") {
  const TemporaryFolder folder;
  const auto page = write_page(folder, kPage);
  const auto plain = speak_page(folder, page).truth;
  const auto spoken =
      speak_page(folder, page, {"--intro", "3", "--untranscribed", "10", "--snr", "20"});
  const auto& words = spoken.truth.words;
  REQUIRE(words.size() == plain.words.size());
  CHECK(*words[12].start - *plain.words[12].start == 3s);
  const auto gap = *words[20].start - *plain.words[20].start - 3s;
  CHECK(gap > 8s);
  CHECK(gap < 16s);
  const WavFile wav(spoken.wav);
  CHECK(wav.level(500ms, 2s) > -35);
  CHECK(wav.level(*words[18].end + 500ms, *words[20].start - 500ms) > -25);
  CHECK(wav.level(spoken.truth.duration - 300ms, spoken.truth.duration) == Approx(-40).margin(1));
}

TEST_CASE("a page on which nobody speaks is refused") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(speak_page(folder, write_page(folder, "Hello.\n")), Contains("nobody speaks"));
  CHECK_THROWS_WITH(speak_page(folder, folder.path() / "missing.md"), Contains("missing.md"));
}
