// What check hears: for each rule a sound or page that breaks it, and one that comes close and does
// not. All of it is the sample, changed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "sample_folder.h"

namespace {

using Rules = std::vector<std::string>;

// Of the sample's page, checked with its MP3; which MP3 a page should have is not the question
// here.
Rules found(const SampleFolder& folder) {
  const auto result =
      captions({"check", "--diagnostics", "json", "--disable", "mp3-size,mp3-time", folder.page()});
  REQUIRE(result.err.empty());
  Rules rules;
  const auto json = nlohmann::json::parse(result.out);
  for (const auto& diagnostic : json.at("findings")) {
    rules.push_back(diagnostic.at("rule"));
  }
  return rules;
}

Rules found_in_page(const std::string& from, const std::string& to) {
  const SampleFolder folder;
  folder.write("episode.md", folder.page_with(from, to));
  return found(folder);
}

// The sample's sound goes through a filter of FFmpeg.
Rules found_in_sound(const std::string& filter) {
  const SampleFolder folder;
  const auto old = folder.path() / "old.mp3";
  std::filesystem::rename(folder.mp3(), old);
  const auto result = run({"ffmpeg", "-nostdin", "-loglevel", "error", "-i", old, "-af", filter,
                           "-b:a", "128k", folder.mp3()});
  if (result.exit_code != 0) throw std::runtime_error("ffmpeg: " + result.err);
  return found(folder);
}

Rules found_in_bytes(const std::string& mp3) {
  const SampleFolder folder;
  folder.write("episode.mp3", mp3);
  return found(folder);
}

std::string sample_mp3() {
  return content_of(std::filesystem::path(CMOS_SAMPLES) / "episode.mp3");
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  return text.substr(begin, text.find(to, begin) - begin);
}

const std::string kPage = content_of(std::filesystem::path(CMOS_SAMPLES) / "episode.md");
const std::string kLastTurns = between(kPage, "[02:03]", "[/transcript]");  // 15 s.

}  // namespace

TEST_CASE("clipped sound is found, loud sound is not") {
  CHECK(found_in_sound("volume=18dB,aformat=sample_fmts=s16") == Rules{"mp3-clipped"});
  CHECK(found_in_sound("volume=15dB,alimiter=limit=0.9:level=false").empty());
}

TEST_CASE("a silent channel is found, a soft one and two alike are not", "[long]") {
  CHECK(found_in_sound("pan=stereo|c0=c0|c1=0*c0") == Rules{"mp3-channel-silent"});
  CHECK(found_in_sound("pan=stereo|c0=c0|c1=0.02*c0").empty());
  CHECK(found_in_sound("pan=stereo|c0=c0|c1=c0").empty());
}

TEST_CASE("a damaged MP3 is found, one with a tag behind its sound is not") {
  auto damaged = sample_mp3();
  damaged.replace(damaged.size() / 2, 1000, 1000, '\0');
  const auto rules = found_in_bytes(damaged);
  CHECK(std::ranges::count(rules, "mp3-damaged") > 0);
  auto tag = "TAG" + std::string(125, ' ');
  CHECK(found_in_bytes(sample_mp3() + tag).empty());
}

TEST_CASE("speech behind the last word is found, once, but no silence and no jingle") {
  CHECK(found_in_page(kLastTurns, "") == Rules{"end-without-text"});
  CHECK(found_in_sound("apad=pad_dur=20").empty());
  CHECK(found_in_page(between(kPage, "[02:13]", " And to everybody"), "[02:13] zofia:").empty());
}

TEST_CASE("a stamp that is seconds off is found, one rounded up is not") {
  CHECK(found_in_page("[01:40]", "[01:43]") == Rules{"stamp-off"});
  CHECK(found_in_page("[01:40]", "[01:41]").empty());
}

TEST_CASE("all stamps off by one time are one diagnostic") {
  CHECK(found_in_sound("adelay=4000") == Rules{"stamps-shifted"});
  CHECK(found_in_sound("adelay=600").empty());
}

TEST_CASE("a stamp past the end of the sound is found, once") {
  CHECK(found_in_page("[02:13]", "[03:13]") ==
        Rules{"stamp-beyond-claimed-time", "stamp-beyond-end"});
  CHECK(found_in_page("[02:13]", "[02:14]").empty());
}

TEST_CASE("a sentence that nobody says is found, a name written otherwise is not") {
  CHECK(found_in_page("Could I?", "Could I? My grandmother used to bake bread on Sundays.") ==
        Rules{"words-not-found"});
  CHECK(found_in_page("I'm Oskar,", "I'm Oscarr,").empty());
}

TEST_CASE("a paragraph without text is found, a word that is left out and a long pause are not") {
  CHECK(found_in_page(between(kPage, "So you need", "[01:40]"), "\n\n") ==
        Rules{"sound-without-text"});
  CHECK(found_in_page("Captions.\n", "...\n").empty());
  CHECK(found_in_sound("apad=pad_dur=20").empty());
}

TEST_CASE("what is found of a page does not depend on the pages given with it", "[long]") {
  const SampleFolder folder;
  folder.write("late.md", folder.page_with("[00:07]", "[00:12]"));
  folder.write("later.md", folder.page_with("[00:07]", "[00:13]"));
  const auto findings = [&](std::vector<std::string> names) {
    std::vector<std::string> arguments{"check"};
    for (const auto& name : names) arguments.push_back(path_of(folder, name));
    return captions(arguments).out;
  };
  const auto together = findings({"late.md", "later.md"});
  for (const auto* name : {"late.md", "later.md"}) {
    std::istringstream alone(findings({name}));
    std::size_t lines = 0;
    for (std::string line; std::getline(alone, line); ++lines) {
      CHECK_THAT(together, Catch::Matchers::Contains(line));
    }
    CHECK(lines > 0);
  }
  CHECK_THAT(together, Catch::Matchers::Contains("[stamp-off]"));
  CHECK_THAT(together, Catch::Matchers::Contains("claimed-twice]"));
  std::filesystem::create_symlink("late.md", folder.path() / "same.md");
  CHECK_THAT(findings({"late.md", "same.md"}), !Catch::Matchers::Contains("claimed-twice]"));
}
