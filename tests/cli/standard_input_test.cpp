// Pages and captions that come by the standard input, as editors give them.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "sample_folder.h"

using Catch::Matchers::Contains;

namespace {

Finished with_input(const SampleFolder& folder, std::vector<std::string> arguments,
                    const std::filesystem::path& input) {
  return captions(std::move(arguments), "cd " + quoted(folder.path()) + " && ", input);
}

}  // namespace

TEST_CASE("check names the standard input - and finds its MP3 in the working folder") {
  const SampleFolder folder;
  folder.write("sub.txt", folder.page_with("time: 2:18", "time: 2.18"));
  const auto result = with_input(folder, {"check", "-"}, folder.path() / "sub.txt");
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.out, Catch::StartsWith("-:15:9: error: ") && Contains("[time-float]"));
  CHECK(result.err.empty());
  const auto good = with_input(folder, {"check", "-"}, folder.page());
  CHECK(good.exit_code == 0);
  CHECK(good.out.empty());
  folder.write(".cmos-captions.yaml", "check: {disable: [time-float]}\n");
  CHECK(with_input(folder, {"check", "-"}, folder.path() / "sub.txt").out.empty());
}

TEST_CASE("commands whose file needs a name refuse the standard input") {
  const SampleFolder folder;
  for (const std::string command : {"upload", "retime", "chapters", "probe", "review"}) {
    CAPTURE(command);
    const auto result = with_input(folder, {command, "-"}, folder.page());
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.err, Contains("not the standard input"));
  }
}

TEST_CASE("import makes the standard input a page") {
  const SampleFolder folder;
  folder.write("-.srt", "1\n00:00:01,000 --> 00:00:02,000\nAnn: So we go.\n");
  const auto talk = folder.path() / "-.srt";
  const auto named = captions({"import", "--no-audio", talk.string()});
  const auto given = with_input(folder, {"import", "--no-audio", "-"}, talk);
  CHECK(given.exit_code == 0);
  CHECK_THAT(given.out, Contains("So we go."));
  CHECK(given.out == named.out);
}

TEST_CASE("fix prints what the standard input becomes or its diff") {
  const SampleFolder folder;
  const auto bad = folder.page_with("time: 2:18", "time: 2.18");
  folder.write("sub.txt", bad);
  const auto page = folder.path() / "sub.txt";
  const auto diff = with_input(folder, {"fix", "--no-audio", "--dry-run", "-"}, page);
  CHECK_THAT(diff.out, Contains("--- -") && Contains("@@"));
  const auto fixed = with_input(folder, {"fix", "--no-audio", "-"}, page);
  CHECK(content_of(page) == bad);
  CHECK(captions({"fix", "--no-audio", page.string()}).out.empty());
  CHECK(fixed.out == content_of(page));
  CHECK(fixed.out != bad);
}

TEST_CASE("fix prints nothing for a standard input that cannot be read") {
  const SampleFolder folder;
  folder.write("none.txt", "");
  const auto none = with_input(folder, {"fix", "--no-audio", "-"}, folder.path() / "none.txt");
  CHECK(none.exit_code == 1);
  CHECK(none.out.empty());
  CHECK_THAT(none.err, Catch::StartsWith("-:"));
}

TEST_CASE("make prints the one format of the standard input or writes it under the name of -o") {
  const SampleFolder folder;
  REQUIRE(captions({folder.page(), "-f", "vtt,srt"}).exit_code == 0);
  const auto printed = with_input(folder, {"-"}, folder.page());
  CHECK(printed.exit_code == 0);
  CHECK(printed.out == content_of(folder.path() / "episode.vtt"));
  CHECK(with_input(folder, {"make", "-o", "new.srt", "-"}, folder.page()).out.empty());
  CHECK(content_of(folder.path() / "new.srt") == content_of(folder.path() / "episode.srt"));
  CHECK(with_input(folder, {"-f", "mp3", "-o", "new.mp3", "-"}, folder.page()).exit_code == 0);
  CHECK(std::filesystem::file_size(folder.path() / "new.mp3") >
        std::filesystem::file_size(folder.mp3()));
}

TEST_CASE("what the standard input cannot be is wrong use and nothing is written") {
  const SampleFolder folder;
  const auto before = folder.files();
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"-f", "vtt,srt", "-"},
                                                    {"-d", ".", "-"},
                                                    {"-M", "rules.mk", "-o", "a.vtt", "-"},
                                                    {"-f", "mp3", "-"},
                                                    {"-", "-"},
                                                    {"check", "-", "-"},
                                                    {"fix", "-", "-"}}) {
    CAPTURE(arguments);
    const auto result = with_input(folder, arguments, folder.page());
    CHECK(result.exit_code == 2);
    CHECK(lines_in(result.err) == 1);
    CHECK(folder.files() == before);
  }
  const auto closed = captions({"check", "-"}, "exec <&-; ");
  CHECK(closed.exit_code == 1);
  const auto read = with_input(folder, {"check", "-"}, folder.path());
  CHECK(read.exit_code == 1);
  CHECK_THAT(read.err, Contains("[read-failed]"));
  const auto empty = captions({"check", "-"});
  CHECK(empty.exit_code == 1);
  CHECK_THAT(empty.out, Catch::StartsWith("-:1:1: error: ") && Contains("[page-empty]"));
}

TEST_CASE("pages beside the standard input are treated as ever") {
  const SampleFolder folder;
  folder.write("other.md", content_of(folder.page()));
  const auto result = with_input(folder, {"-q", "-", "other.md"}, folder.page());
  CHECK(result.exit_code == 0);
  CHECK(result.out == content_of(folder.path() / "other.vtt"));
}
