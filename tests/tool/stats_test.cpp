#include "stats.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "format/webvtt.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using cmos::run_stats;
using cmos::StatsOptions;

namespace {

fs::path written(const fs::path& path, const std::string& text) {
  std::ofstream(path) << text;
  return path;
}

struct Outcome {
  int code;
  std::string out;
  std::string err;
};

Outcome run(const StatsOptions& options) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_stats(options, out, err);
  return {code, out.str(), err.str()};
}

constexpr const char* kVtt = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v A>he wrote the\nbook.\n";
constexpr const char* kSrt = "1\n00:00:01,000 --> 00:00:03,000\nHello.\n\n";

}  // namespace

TEST_CASE("stats measures WebVTT and SRT, and shows the findings of broken files") {
  const TemporaryFolder folder;
  StatsOptions options;
  options.json = true;
  options.files = {written(folder.path() / "a.vtt", kVtt), written(folder.path() / "b.srt", kSrt),
                   written(folder.path() / "c.vtt", "no captions")};
  const auto [code, out, err] = run(options);
  CHECK(code == 0);
  const auto json = nlohmann::json::parse(out);
  REQUIRE(json["files"].size() == 3);
  CHECK(json["files"][0]["badLineEnds"] == 1);
  CHECK(json["files"][1]["cues"] == 1);
  CHECK(json["files"][2]["cues"] == 0);
  CHECK(err.find("c.vtt:1:1: error: ") != std::string::npos);
  CHECK(err.find("[vtt-signature]") != std::string::npos);

  options.language = "de";
  CHECK(nlohmann::json::parse(run(options).out)["files"][0]["badLineEnds"] == 0);
}

TEST_CASE("stats goes on after a file that cannot be read") {
  const TemporaryFolder folder;
  StatsOptions options;
  options.files = {folder.path() / "missing.vtt"};
  CHECK(run(options).code == 1);
  CHECK(run(options).out.empty());
  options.files.push_back(written(folder.path() / "b.srt", kSrt));
  const auto [code, out, err] = run(options);
  CHECK(code == 3);
  CHECK(out.find("b.srt") != std::string::npos);
  CHECK(err.find("missing.vtt: error: ") != std::string::npos);
}

TEST_CASE("stats takes pages only from who can make their captions") {
  StatsOptions options;
  options.files = {"page.md"};
  CHECK(run(options).code == 2);
  options.captions_of_page = [](const fs::path&) { return cmos::read_webvtt(kVtt, "page.md"); };
  const auto [code, out, err] = run(options);
  CHECK(code == 0);
  CHECK(out.find("page.md") != std::string::npos);
}
