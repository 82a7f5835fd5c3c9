// Captions of the sample whose times are spoilt, by the real program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "cli/sample_folder.h"
#include "cmos/time.h"
#include "transcript/cue_file.h"

using Catch::Matchers::Contains;
using cmos::Time;
using namespace std::chrono_literals;

namespace {

struct Cue {
  Time start;
  Time end;
  std::string text;  // With its number, which is the first line.
};

std::vector<Cue> read(const std::string& srt) {
  std::vector<Cue> cues;
  for (std::size_t at = 0; at < srt.size();) {
    const auto end = std::min(srt.find("\n\n", at), srt.size());
    const auto cue = srt.substr(at, end - at);
    const auto number = cue.find('\n');
    const auto line = cue.find('\n', number + 1);
    const auto times = cmos::transcript::parse_cue_times(cue.substr(number + 1, line - number - 1));
    REQUIRE(times);
    cues.push_back({times->time.start, times->time.end, cue.substr(0, number) + cue.substr(line)});
    at = end + 2;
  }
  return cues;
}

std::string write(const std::vector<Cue>& cues) {
  std::string srt;
  for (const auto& [start, end, text] : cues) {
    const auto line = text.find('\n');
    srt += text.substr(0, line) + "\n" + cmos::format_timestamp(start, ',') + " --> " +
           cmos::format_timestamp(end, ',') + text.substr(line) + "\n\n";
  }
  return srt;
}

std::vector<Cue> sample_captions(const SampleFolder& folder) {
  const auto made = captions({folder.page(), "-q", "-f", "srt", "-o", "-"});
  REQUIRE(made.exit_code == 0);
  auto srt = made.out;
  while (srt.ends_with('\n')) srt.pop_back();
  return read(srt);
}

// At a speed that is a bit higher than the style's: many cues last exactly as long as they are
// read.
std::size_t faults(const SampleFolder& folder, const std::string& name) {
  const auto measured = captions({"stats", path_of(folder, name), "--json", "--speed", "21"});
  REQUIRE(measured.exit_code == 0);
  const auto file = nlohmann::json::parse(measured.out)["files"][0];
  return file["overlaps"].get<std::size_t>() + file["fastCues"].get<std::size_t>();
}

}  // namespace

TEST_CASE("captions whose times are spoilt get those of the sound within a tenth of a second",
          "[long]") {
  const SampleFolder folder;
  const auto right = sample_captions(folder);
  auto spoilt = right;
  const auto way = GENERATE(as<std::string>(), "shifted", "stretched", "cut", "shuffled", "all");
  CAPTURE(way);
  const bool all = way == "all";
  for (auto& cue : spoilt) {
    const bool is_behind_cut = cue.start > 60s;
    for (auto* time : {&cue.start, &cue.end}) {
      if (way == "stretched" || all) *time = *time * 25'000 / 23'976;
      if ((way == "cut" || all) && is_behind_cut) *time += 31s;
      if (way == "shifted" || all) *time += 7300ms;
    }
  }
  if (way == "shuffled" || all) {
    std::mt19937 random(7);
    std::shuffle(spoilt.begin(), spoilt.end(), random);
  }
  folder.write("talk.srt", write(spoilt));
  const auto retimed = captions({"retime", path_of(folder, "talk.srt"), "--audio", folder.mp3()});
  CAPTURE(retimed.err);
  REQUIRE(retimed.exit_code == 0);
  auto found = read(content_of(folder.path() / "talk.retimed.srt"));
  REQUIRE(found.size() == right.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].text == spoilt[i].text);
    const auto truth = std::find_if(right.begin(), right.end(),
                                    [&](const Cue& cue) { return cue.text == found[i].text; });
    CAPTURE(found[i].text);
    CHECK(std::chrono::abs(found[i].start - truth->start) <= 100ms);
    CHECK(std::chrono::abs(found[i].end - truth->end) <= 100ms);
  }
  std::ranges::sort(found, {}, &Cue::start);
  folder.write("sorted.srt", write(found));
  folder.write("right.srt", write(right));
  CHECK(faults(folder, "sorted.srt") <= faults(folder, "right.srt"));
  if (way == "stretched")
    CHECK(faults(folder, "talk.srt") < faults(folder, "talk.retimed.srt") + 9);
}

TEST_CASE("right captions come back as they were, wherever they go") {
  const SampleFolder folder;
  const auto srt = "\xEF\xBB\xBF" + write(sample_captions(folder));
  folder.write("talk.srt", srt);
  const auto file = path_of(folder, "talk.srt");
  const auto printed = captions({"retime", file, "--audio", folder.mp3(), "-o", "-"});
  CHECK(printed.exit_code == 0);
  CHECK(printed.out == srt);
  CHECK(captions({"retime", file, "--audio", folder.mp3(), "--in-place"}).exit_code == 0);
  CHECK(content_of(file) == srt);
}

TEST_CASE("notes of the file and cues without speech are kept and stay between their neighbours") {
  const SampleFolder folder;
  folder.write(
      "talk.vtt",
      "WEBVTT\n\nNOTE by hand\n\n1\n00:10.000 --> 00:10.300 line:0\n[music]\n\n2\n00:10.400 --> "
      "00:14.000\nHello, and welcome to a very short episode.\n\n3\n00:14.100 --> 00:16.800\nI'm "
      "Oskar, and I'm not a real person.\n\n4\n00:17.159 --> 00:19.000\nHi Oskar, neither am "
      "I.\n\nx\n00:30.000 --> 00:40.000\n\u266A\n");
  const auto result =
      captions({"retime", path_of(folder, "talk.vtt"), "--audio", folder.mp3(), "-o", "-"});
  CAPTURE(result.out, result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("WEBVTT\n\nNOTE by hand\n\n1\n00:00.") &&
                             Contains(" line:0\n[music]\n\n2\n00:00.4") && Contains("\n00:07.1") &&
                             Contains("\nx\n00:2"));
}

TEST_CASE("captions that cannot be retimed stay, with a line that says why") {
  const SampleFolder folder;
  const auto retime = [&](const std::string& name, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"retime", path_of(folder, name), "--audio", folder.mp3()});
    return captions(more);
  };
  folder.write("talk.txt", "Ann: Hello, and welcome.\n\nBo: Thank you.\n");
  CHECK_THAT(retime("talk.txt").err, Contains("talk.txt: error: the file has no cues"));
  folder.write("talk.srt",
               "1\n00:00:01,000 --> 00:00:02,000\nHello, and welcome to a very short episode.\n");
  const auto over_itself = retime("talk.srt", {"-o", path_of(folder, "talk.srt")});
  CHECK(over_itself.exit_code == 2);
  CHECK(retime("talk.srt", {"-o", folder.mp3()}).exit_code == 2);
  const auto unheard = retime("talk.srt", {"--align", "silence"});
  CHECK(unheard.exit_code == 1);
  CHECK_THAT(unheard.err, Contains("[captions-unheard]"));
  folder.write("talk.retimed.srt", "by hand\n");
  CHECK_THAT(retime("talk.srt").err, Contains("[output-edited]"));
  CHECK(content_of(folder.path() / "talk.retimed.srt") == "by hand\n");
  CHECK(retime("talk.srt", {"--force"}).exit_code == 0);
}
