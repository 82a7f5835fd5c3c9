// Sound of other kinds than MP3, by the real program.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/sample_folder.h"

using Catch::Matchers::Contains;

namespace {

using Strings = std::vector<std::string>;

// What an aligner is off by, and the 1,024 samples that bare AAC begins with.
constexpr double kFarthest = 0.05 + 0.024;

std::vector<double> heard_starts(const SampleFolder& folder, const std::string& sound) {
  const auto result = captions({folder.page(), "--audio", sound, "-f", "words", "-o", "-"});
  CAPTURE(sound, result.err);
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.out);
  std::vector<double> starts;
  for (const auto& word : json["words"]) starts.push_back(word["start"]);
  REQUIRE(!starts.empty());
  return starts;
}

void encode(const SampleFolder& folder, const std::string& name, const Strings& how) {
  Strings command{"ffmpeg", "-v", "error", "-i", folder.mp3()};
  command.insert(command.end(), how.begin(), how.end());
  command.push_back(path_of(folder, name));
  REQUIRE(run(command).exit_code == 0);
}

}  // namespace

TEST_CASE("the words are heard alike in sound of every usual kind", "[long]") {
  const SampleFolder folder;
  const auto of_mp3 = heard_starts(folder, folder.mp3());
  const auto [name, how] = GENERATE(
      table<std::string, Strings>({{"talk.m4a", {"-c:a", "aac"}},
                                   {"talk.opus", {"-c:a", "libopus"}},
                                   {"talk.ogg", {"-c:a", "libvorbis"}},
                                   {"talk.flac", {"-c:a", "flac"}},
                                   {"talk.wav", {"-c:a", "pcm_s16le"}},
                                   {"talk.aiff", {}},
                                   {"talk.mka", {"-c:a", "libopus"}},
                                   {"talk.aac", {"-c:a", "aac"}},
                                   {"talk.mp4",
                                    {"-f", "lavfi", "-i", "color=c=black:s=64x64:r=1:d=138", "-c:v",
                                     "mpeg4", "-c:a", "aac", "-shortest"}}}));
  encode(folder, name, how);
  const auto starts = heard_starts(folder, path_of(folder, name));
  REQUIRE(starts.size() == of_mp3.size());
  std::size_t off = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (std::abs(starts[i] - of_mp3[i]) > kFarthest) ++off;
  }
  CAPTURE(name);
  CHECK(off <= starts.size() / 50);
}

TEST_CASE("tracks of one speaker each are heard together, without those in another language",
          "[long]") {
  const SampleFolder folder;
  encode(folder, "tracks.mka",
         {"-filter_complex",
          "[0:a]asplit=3[a][b][c];[a]atrim=0:100,volume='mod(floor(t/7),2)':eval=frame[x];"
          "[b]volume='if(lt(t,100),1-mod(floor(t/7),2),1)':eval=frame[y];[c]areverse[z]",
          "-map", "[x]", "-map", "[y]", "-map", "[z]", "-metadata:s:a:2", "language=deu", "-c:a",
          "flac"});
  const auto of_mp3 = heard_starts(folder, folder.mp3());
  const auto of_tracks = heard_starts(folder, path_of(folder, "tracks.mka"));
  REQUIRE(of_tracks.size() == of_mp3.size());
  for (std::size_t i = 0; i < of_mp3.size(); ++i) {
    CAPTURE(i);
    CHECK(std::abs(of_tracks[i] - of_mp3[i]) <= 0.05);
  }
}

TEST_CASE("check says what a feed would get wrong with the sound, and -f mp3 how to go on") {
  const SampleFolder folder;
  encode(folder, "talk.m4a", {"-t", "70", "-c:a", "aac"});
  encode(folder, "talk.flac", {"-t", "70"});
  const auto check = [&](const std::string& name) {
    return captions({"check", folder.page(), "--audio", path_of(folder, name)}).out;
  };
  CHECK_THAT(check("talk.m4a"), !Contains("container]"));
  CHECK_THAT(check("talk.flac"),
             Contains("many podcast apps do not play FLAC") && Contains("[sound-container]"));
  const auto marked =
      captions({folder.page(), "--audio", path_of(folder, "talk.m4a"), "-f", "mp3"});
  CHECK(marked.exit_code == 1);
  CHECK_THAT(marked.err, Contains("-f ffmetadata, and then say: ffmpeg -i ") &&
                             Contains("-i episode.ffmetadata -map 0:a -map 0:v? -map_chapters 1 "
                                      "-c copy marked-talk.m4a"));
  CHECK_THAT(captions({folder.page(), "--audio", path_of(folder, "talk.flac"), "-f", "mp3"}).err,
             Contains("make an MP3 or an M4A of it"));
}

TEST_CASE("an MP3 whose bit rate varies is warned of where a browser is to play it") {
  const SampleFolder folder;
  encode(folder, "varying.mp3", {"-c:a", "libmp3lame", "-q:a", "5"});
  const Strings arguments{folder.page(), "--align=silence",
                          "-f",          "player",
                          "-o",          path_of(folder, "episode.player.html")};
  const auto make = [&](const std::string& sound) {
    auto all = arguments;
    all.insert(all.end(), {"--audio", sound});
    return captions(all);
  };
  const auto varying = make(path_of(folder, "varying.mp3"));
  CHECK(varying.exit_code == 0);
  CHECK_THAT(varying.err, Contains("varying.mp3: warning: its bit rate varies"));
  CHECK_THAT(content_of(path_of(folder, "episode.player.html")), Contains("\"variable\":true"));
  const auto constant = make(folder.mp3());
  CHECK_THAT(constant.err, !Contains("mp3-variable-rate"));
  CHECK_THAT(content_of(path_of(folder, "episode.player.html")), Contains("\"variable\":false"));
}
