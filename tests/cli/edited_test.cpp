// What a person edited is not overwritten.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

const std::string kAllButMp3 =
    "vtt,srt,text,html,words,karaoke,chapters-vtt,chapters-json,ffmetadata";

Finished make(const SampleFolder& folder, std::vector<std::string> options) {
  options.insert(options.end(), {"-q", "--align=silence", folder.page().string()});
  return captions(options);
}

void append(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::app) << bytes;
}

}  // namespace

TEST_CASE("an output of any format that was edited is refused and the others are written",
          "[long]") {
  const SampleFolder folder;
  REQUIRE(make(folder, {"-f", "all"}).exit_code == 0);
  REQUIRE(make(folder, {"-f", "mp3"}).exit_code == 0);
  std::vector<std::string> outputs = folder.files();
  std::erase_if(outputs,
                [](const auto& name) { return name == "episode.md" || name == "episode.mp3"; });
  REQUIRE(outputs.size() > 10);
  for (const auto& name : outputs) {
    CAPTURE(name);
    const auto file = folder.path() / name;
    const auto before = content_of(file);
    append(file, "mine\n");
    const std::string formats = name.ends_with(".mp3") ? "mp3" : "all";
    const auto refused = make(folder, {"-f", formats, "--width", "30", "--chapters", "turns"});
    CHECK(refused.exit_code == 1);
    CHECK(lines_in(refused.err) == 1);
    CHECK_THAT(refused.err, Contains(name + ": error: ") && Contains("changed since") &&
                                Contains("the page's transcript") && Contains("[output-edited]\n"));
    CHECK(content_of(file) == before + "mine\n");
    CHECK(make(folder, {"-f", formats, "--force"}).exit_code == 0);
    CHECK(make(folder, {"-f", formats}).exit_code == 0);
  }
}

TEST_CASE("what the program wrote is never refused whatever the options") {
  const SampleFolder folder;
  const std::vector<std::vector<std::string>> runs{
      {"-f", kAllButMp3},
      {"-f", kAllButMp3, "--style", "bbc"},
      {"-f", kAllButMp3, "--no-audio"},
      {"-f", "mp3"},
      {"-f", "mp3", "--chapters", "turns"},
      {"-f", "mp3", "--in-place"},
      {"-f", "all"},
      {"--width", "30"},
      {"-o", path_of(folder, "x.srt")},
      {"-o", path_of(folder, "x.srt"), "--width", "30"}};
  for (const auto& options : runs) {
    CAPTURE(options);
    CHECK(make(folder, options).exit_code == 0);
  }
}

TEST_CASE("an output that nobody has a record of is refused unless it would not change") {
  const SampleFolder folder;
  REQUIRE(make(folder, {}).exit_code == 0);
  const auto record = folder.path() / ".cmos-captions.sums";
  REQUIRE(fs::remove(record));
  CHECK(make(folder, {}).exit_code == 0);
  CHECK(fs::exists(record));
  fs::remove(record);
  const auto before = content_of(folder.path() / "episode.vtt");
  const auto refused = make(folder, {"--width", "30"});
  CHECK(refused.exit_code == 1);
  CHECK_THAT(refused.err, Contains("no record") && Contains("[output-edited]\n"));
  CHECK(content_of(folder.path() / "episode.vtt") == before);
  CHECK_FALSE(fs::exists(record));
}

TEST_CASE("the record of outputs survives a copy of the folder and a merge that was not settled") {
  const SampleFolder folder;
  REQUIRE(make(folder, {"-f", "vtt,srt"}).exit_code == 0);
  const auto record = folder.path() / ".cmos-captions.sums";
  CHECK(run({"sh", "-c", "cd " + quoted(folder.path()) + " && sha256sum -c " + quoted(record)})
            .exit_code == 0);
  const auto lines = content_of(record);
  folder.write(".cmos-captions.sums", "<<<<<<< ours\n=======\n" + lines + ">>>>>>> theirs\n");
  const auto copy = folder.path() / "copy";
  fs::create_directory(copy);
  for (const auto* name :
       {"episode.md", "episode.mp3", "episode.vtt", "episode.srt", ".cmos-captions.sums"}) {
    fs::copy(folder.path() / name, copy / name);
  }
  const auto page = (copy / "episode.md").string();
  CHECK(captions({"-q", "--align=silence", "--width", "30", "-f", "vtt,srt", page}).exit_code == 0);
}

TEST_CASE("many pages at once in one folder are all recorded") {
  const SampleFolder folder;
  std::vector<std::string> pages;
  for (int i = 0; i < 12; ++i) {
    pages.push_back(path_of(folder, "page" + std::to_string(i) + ".md"));
    fs::copy(folder.page(), pages.back());
  }
  std::string both;
  const auto half = [&](int begin, const std::string& width) {
    std::string command =
        quoted(CMOS_PROGRAM) + " -q --no-audio -j3 -f vtt,srt,text --width " + width;
    for (int i = begin; i < begin + 6; ++i)
      command += " " + ::quoted(pages[static_cast<std::size_t>(i)]);
    return command;
  };
  for (const auto* width : {"30", "38", "42"}) {
    const auto together =
        "( " + half(0, width) + " ) & first=$!; " + half(6, width) + " && wait $first";
    CHECK(run({"sh", "-c", together}).exit_code == 0);
  }
  CHECK(content_of(folder.path() / ".cmos-captions.sums").find("page11.txt") != std::string::npos);
}

TEST_CASE("rules for make replace nothing but rules for make") {
  const SampleFolder folder;
  folder.write("Makefile", "all:\n\techo mine\n");
  const auto refused = make(folder, {"-M", path_of(folder, "Makefile")});
  CHECK(refused.exit_code == 1);
  CHECK_THAT(refused.err, Contains("[output-edited]\n"));
  CHECK_FALSE(fs::exists(folder.path() / "episode.vtt"));
  for (int i = 0; i < 2; ++i) {
    CHECK(make(folder, {"-f", i == 0 ? "vtt" : "srt", "-M", path_of(folder, "a=b.mk")}).exit_code ==
          0);
  }
}
