#include "chapters.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "id3/chapters.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using cmos::Time;

namespace {

struct Outcome {
  int code;
  std::string out;
  std::string err;
};

Outcome run(const cmos::ChaptersOptions& options) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = cmos::run_chapters(options, out, err);
  return {code, out.str(), err.str()};
}

fs::path marked(const fs::path& folder) {
  const auto path = folder / "a.mp3";
  std::ofstream(path) << "sound";
  REQUIRE(cmos::mark_chapters(path, path,
                              {{{Time(0), Time(65000)}, "Hi", "", ""},
                               {{Time(65000), Time(4000000)}, "שלום = hi", "http://x/", ""}},
                              folder));
  return path;
}

}  // namespace

TEST_CASE("chapters of a marked file are listed for people, as JSON and for ffmpeg") {
  const TemporaryFolder folder;
  const auto path = marked(folder.path());
  const auto listed = run({path});
  CHECK(listed.code == 0);
  CHECK(listed.out == "    0:00  Hi\n    1:05  שלום = hi\n          http://x/\n");
  CHECK(listed.err.empty());
  const auto json = nlohmann::json::parse(run({path, true, false}).out);
  CHECK(json["chapters"].size() == 2);
  CHECK(json["chapters"][1]["startTime"] == 65.0);
  CHECK(json["chapters"][1]["endTime"] == 4000.0);
  CHECK_THAT(run({path, false, true}).out, Catch::Contains("END=4000000\ntitle=שלום \\= hi\n"));
}

TEST_CASE("an MP3 without chapters lists none and what is no MP3 or cannot be read is an error") {
  const TemporaryFolder folder;
  const auto frame = "\xFF\xFB\x90\xC4" + std::string(413, '\0');  // 128 kbit/s at 44.1 kHz.
  std::ofstream(folder.path() / "plain.mp3") << frame << frame << frame;
  const auto none = run({folder.path() / "plain.mp3"});
  CHECK(none.code == 0);
  CHECK(none.out.empty());
  CHECK(none.err.empty());
  std::ofstream(folder.path() / "text.mp3") << "no sound";
  const auto text = run({folder.path() / "text.mp3"});
  CHECK(text.code == 1);
  CHECK(text.out.empty());
  CHECK_THAT(text.err, Catch::Contains("text.mp3: error: "));
  const auto missing = run({folder.path() / "missing.mp3"});
  CHECK(missing.code == 1);
  CHECK(missing.out.empty());
  CHECK_THAT(missing.err,
             Catch::Contains("missing.mp3: error: ") && Catch::Contains("[not-found]"));
}
