#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/sample_folder.h"

using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

constexpr const char* kConfigFile = ".cmos-captions.yaml";
constexpr const char* kVtt = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v A>he wrote the\nbook.\n";
constexpr const char* kSrt = "1\n00:00:01,000 --> 00:00:03,000\nHello.\n\n";

Finished stats(const SampleFolder& folder, const std::vector<std::string>& files,
               const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments{"stats"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  for (const auto& file : files) arguments.push_back(folder.path() / file);
  return captions(arguments);
}

json figures(const Finished& finished) {
  return json::parse(finished.out)["files"];
}

// What no captions of ours may have, whatever the speech.
void check_goals(const json& figures) {
  for (const auto& page : figures) {
    INFO(page["file"]);
    CHECK(page["cues"] > 0);
    CHECK(page["wideLines"] == page["wideWords"]);
    CHECK(page["shortWithRoom"] == 0);
    CHECK(page["fastUnexplained"] == 0);
    for (const auto* fault : {"tallCues", "longCues", "overlaps", "tinyGaps", "openGaps"}) {
      INFO(fault);
      CHECK(page[fault] == 0);
    }
    CHECK(50 * page["badLineEnds"].get<int>() < page["lines"].get<int>());  // Under 2 %.
  }
}

}  // namespace

TEST_CASE("captions of the sample and of real pages keep every limit and end few lines badly",
          "[long]") {
  check_goals(figures(captions({"stats", "--json", CMOS_SAMPLES "/episode.md"})));
  const auto* corpus = std::getenv("CMOS_CORPUS");
  if (corpus == nullptr) {
    std::cout << "SKIPPED: CMOS_CORPUS is not set\n";
    return;
  }
  std::vector<std::string> arguments{"stats", "--json", "--no-audio"};
  for (const auto& entry : std::filesystem::directory_iterator(std::string(corpus) + "/pages")) {
    if (entry.path().extension() == ".md") arguments.push_back(entry.path());
  }
  const auto real = figures(captions(arguments));
  CHECK(real.size() == arguments.size() - 3);
  check_goals(real);
}

TEST_CASE("stats measures WebVTT and SRT, and shows the diagnostics of broken files") {
  const SampleFolder folder;
  folder.write("a.vtt", kVtt);
  folder.write("b.srt", kSrt);
  folder.write("c.vtt", "no captions");
  const auto result = stats(folder, {"a.vtt", "b.srt", "c.vtt"}, {"--json"});
  CHECK(result.exit_code == 0);
  REQUIRE(figures(result).size() == 3);
  CHECK(figures(result)[0]["badLineEnds"] == 1);
  CHECK(figures(result)[1]["cues"] == 1);
  CHECK(figures(result)[2]["cues"] == 0);
  CHECK_THAT(result.err, Contains("c.vtt:1:1: error: ") && Contains("[vtt-signature]"));
  CHECK(figures(stats(folder, {"a.vtt"}, {"--json", "--language", "fi"}))[0]["badLineEnds"] == 0);
  folder.write(kConfigFile, "language: fi\n");
  CHECK(figures(stats(folder, {"a.vtt"}, {"--json"}))[0]["badLineEnds"] == 0);
}

TEST_CASE("stats tells captions by what they hold and by their names in any case") {
  const SampleFolder folder;
  const std::string srt = kSrt;
  const auto taken_for = [&](const std::string& name, const std::string& bytes) {
    folder.write(name, bytes);
    const auto file = figures(stats(folder, {name}, {"--json", "--no-audio"})).at(0);
    CHECK(file["cues"] > 0);
    return file["readAs"].get<std::string>();
  };
  CHECK(taken_for("A.SRT", srt) == "SubRip");
  CHECK(taken_for("B.Vtt", kVtt) == "WebVTT");
  CHECK(taken_for("c.srt", kVtt) == "WebVTT");
  CHECK(taken_for("d", kVtt) == "WebVTT");
  CHECK(taken_for("e.txt", srt + "2\n00:00:04,000 --> 00:00:06,000\nAnd \xE9.\n") == "SubRip");
  CHECK(taken_for("f.md", content_of(folder.page())) == "page");
  std::string wide = "\xFF\xFE";
  for (const char c : srt) wide += {c, '\0'};
  CHECK(taken_for("g.txt", wide) == "SubRip");
  CHECK_THAT(stats(folder, {"g.txt"}).err, Contains("g.txt:1:1: error: the file is UTF-16"));
  CHECK_THAT(stats(folder, {"A.SRT"}).out,
             Catch::StartsWith(path_of(folder, "A.SRT") + ": SubRip, "));
  const auto piped = captions({"stats", "--json", "-"}, "", folder.path() / "A.SRT");
  CHECK(figures(piped).at(0)["readAs"] == "SubRip");
  CHECK(figures(piped).at(0)["file"] == "-");
}

TEST_CASE("captions are judged by the language that their words are in") {
  const SampleFolder folder;
  std::string text = "WEBVTT\n";
  for (int i = 0; i < 60; ++i) {
    text += "\n00:00:" + std::to_string(10 + i % 50) +
            ".000 --> 00:01:30.000\n\u6771\u4EAC\u3067\u4F1A\u3044\u307E\u3057\u305F\u304B\n";
  }
  folder.write("a.vtt", text);
  CHECK(figures(stats(folder, {"a.vtt"}, {"--json"})).at(0)["language"] == "ja");
  CHECK(figures(stats(folder, {"a.vtt"}, {"--json", "--language", "zh"})).at(0)["language"] ==
        "zh");
}

TEST_CASE("stats goes on after a file or a page that cannot be measured") {
  const SampleFolder folder;
  folder.write("b.srt", kSrt);
  CHECK(stats(folder, {"missing.vtt"}).exit_code == 1);
  CHECK(stats(folder, {"missing.vtt"}).out.empty());
  CHECK(stats(folder, {"missing.md"}).exit_code == 1);
  const auto result = stats(folder, {"missing.vtt", "missing.md", "b.srt"});
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.out, Contains("b.srt"));
  CHECK_THAT(result.err, Contains("missing.vtt: error: ") && Contains("missing.md: error: "));
}

TEST_CASE("stats of a page are those of the captions that make writes, and writes none") {
  const SampleFolder folder;
  const auto of_page = figures(stats(folder, {"episode.md"}, {"--json"}));
  CHECK(folder.files() == std::vector<std::string>{"episode.md", "episode.mp3"});
  REQUIRE(captions({folder.page()}).exit_code == 0);
  const auto of_file = figures(stats(folder, {"episode.vtt"}, {"--json"}));
  for (const auto* figure : {"cues", "lines", "words", "wideLines", "fastCues", "medianSpeed",
                             "shortCues", "longCues", "dialogues", "lineEnds"}) {
    INFO(figure);
    CHECK(of_page.at(0).at(figure) == of_file.at(0).at(figure));
  }
  CHECK(of_page.at(0).at("fastUnexplained") == 0);

  const auto labelled = stats(folder, {"episode.md"}, {"--json", "--speaker-labels", "always"});
  CHECK(figures(labelled).at(0).at("words") > of_page.at(0).at("words"));
  std::filesystem::remove(folder.mp3());
  CHECK(stats(folder, {"episode.md"}).exit_code == 1);
  CHECK(stats(folder, {"episode.md"}, {"--no-audio"}).exit_code == 0);
}

TEST_CASE("stats measures against the style that is asked for or configured") {
  const SampleFolder folder;
  folder.write("a.vtt", kVtt);
  const auto wide = [&](const std::vector<std::string>& options) {
    return figures(stats(folder, {"a.vtt"}, options))[0]["wideLines"];
  };
  CHECK(wide({"--json"}) == 0);
  CHECK(wide({"--json", "--width", "8"}) == 1);
  folder.write(kConfigFile, "captions: {width: 8}\n");
  CHECK(wide({"--json"}) == 1);
  CHECK(wide({"--json", "--width", "42"}) == 0);

  std::filesystem::create_directory(folder.path() / "bbc");
  folder.write("bbc/a.vtt", kVtt);
  folder.write(std::string("bbc/") + kConfigFile, "captions: {style: bbc}\n");
  const auto mixed = figures(stats(folder, {"a.vtt", "bbc/a.vtt"}, {"--json"}));
  CHECK(mixed.at(0)["style"] == "netflix");
  CHECK(mixed.at(1)["style"] == "bbc");
  CHECK(mixed.at(1)["wideLines"] == 0);
  CHECK(stats(folder, {"a.vtt"}, {"--shortest", "9000"}).exit_code == 2);
}
