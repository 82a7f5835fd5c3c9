#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

// Runs the program in the folder.
Finished probe(const fs::path& folder, const std::string& arguments) {
  return run(
      {"sh", "-c", "cd " + quoted(folder) + " && " + quoted(CMOS_PROGRAM) + " probe " + arguments});
}

// One second of a tone, one of nothing, two of a tone.
void make_mp3(const fs::path& path) {
  const auto command =
      "ffmpeg -nostdin -v error -f lavfi -i "
      "\"aevalsrc='0.5*sin(3000*t)*(lt(t,1)+gte(t,2))':d=4:s=44100\" -b:a 128k '" +
      path.string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

TEST_CASE("probe writes all of it as JSON with keys in one order") {
  const TemporaryFolder folder;
  make_mp3(folder.path() / "a.mp3");
  const auto result = probe(folder.path(), "--json a.mp3");
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  const auto json = Json::parse(result.out);
  std::vector<std::string> keys;
  for (const auto& item : json.items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"file", "size", "codec", "duration", "bit_rate",
                                         "channels", "sample_rate", "delay_samples",
                                         "padding_samples", "levels", "silences", "segments",
                                         "damages"});
  CHECK(json["file"] == "a.mp3");
  CHECK(json["size"] == fs::file_size(folder.path() / "a.mp3"));
  CHECK(json["codec"] == "mp3");
  CHECK(json["duration"] == 4.0);
  CHECK(json["sample_rate"] == 44100);
  CHECK(json["channels"] == 1);
  CHECK(json["damages"].empty());
  REQUIRE(json["silences"].size() == 1);
  CHECK(json["silences"][0]["start"].get<double>() == Approx(1).margin(0.02));
  CHECK(json["silences"][0]["end"].get<double>() == Approx(2).margin(0.02));
  REQUIRE(json["segments"].size() == 2);
  CHECK(json["segments"][0]["start"] == 0.0);
  CHECK(json["segments"][0]["end"] == json["silences"][0]["start"]);
  CHECK(json["segments"][1]["start"] == json["silences"][0]["end"]);
  CHECK(json["segments"][1]["end"] == 4.0);
}

TEST_CASE("probe's table shows the same to people") {
  const TemporaryFolder folder;
  make_mp3(folder.path() / "a.mp3");
  const auto result = probe(folder.path(), "a.mp3");
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  const auto json = Json::parse(probe(folder.path(), "--json a.mp3").out);
  for (const std::string& row :
       {std::string(R"(duration      0:04\.000)"), std::string("sample rate   44100 Hz"),
        "size          " + json["size"].dump() + " bytes", std::string("damages       0"),
        std::string(R"(silences: 1, 0:0[01]\.\d+ in all)"),
        std::string(R"(segments: 2, 0:0[23]\.\d+ in all)")}) {
    CAPTURE(row, result.out);
    CHECK(std::regex_search(result.out, std::regex(row)));
  }
}

TEST_CASE("probe leaves out silences shorter than asked for") {
  const TemporaryFolder folder;
  make_mp3(folder.path() / "a.mp3");
  const auto count = [&](const std::string& minimum) {
    const auto result = probe(folder.path(), "--json --minimum-silence " + minimum + " a.mp3");
    return Json::parse(result.out)["silences"].size();
  };
  CHECK(count("0.5") == 1);
  CHECK(count("1.5") == 0);
}

TEST_CASE("probe says in one line what is wrong with a file, and exits with 1") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "empty.mp3").flush();
  std::ofstream(folder.path() / "text.mp3") << "This is a text.\n";
  const auto expect = [&](const std::string& file, const std::string& message) {
    const auto result = probe(folder.path(), file);
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(result.err == file + ": error: " + message + "\n");
  };
  expect("missing.mp3", "cannot read it: No such file or directory [mp3-missing]");
  expect("empty.mp3", "it is empty (0 bytes) [mp3-empty]");
  expect("text.mp3", "it holds no sound that can be decoded [mp3-undecodable]");
  expect(".", "cannot read it: it is not a regular file [mp3-unreadable]");
}

TEST_CASE("probe warns of damage and goes on") {
  const TemporaryFolder folder;
  make_mp3(folder.path() / "a.mp3");
  auto bytes = content_of(folder.path() / "a.mp3");
  bytes.replace(bytes.size() / 2, 2000, std::string(2000, 'x'));
  std::ofstream(folder.path() / "b.mp3", std::ios::binary) << bytes;
  const auto result = probe(folder.path(), "--json b.mp3");
  CHECK(result.exit_code == 0);
  CHECK(std::regex_match(
      result.err, std::regex("b\\.mp3: warning: 00:00:0[12]\\.\\d{3} to 00:00:02\\.\\d{3}: the "
                             "sound is damaged \\[mp3-damaged\\]\n")));
  CHECK(Json::parse(result.out)["damages"].size() == 1);
}

TEST_CASE("probe fails if its output cannot be written") {
  const TemporaryFolder folder;
  make_mp3(folder.path() / "a.mp3");
  const auto command = "'" CMOS_PROGRAM "' probe '" + (folder.path() / "a.mp3").string() +
                       "' >/dev/full 2>'" + (folder.path() / "err.txt").string() + "'";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 1);
  CHECK(content_of(folder.path() / "err.txt").find("[write-failed]") != std::string::npos);
}
