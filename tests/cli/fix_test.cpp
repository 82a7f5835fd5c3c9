// cmos-captions fix, as a user runs it.
#include <catch2/catch.hpp>
#include <string>

#include "sample_folder.h"

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

// The sample with three faults that have one right answer, and CR LF at one line's end.
std::string faulty(const SampleFolder& folder) {
  auto text = folder.page_with("time: 2:18", "time: '2.18'");
  text =
      replaced(text, "(https://www.w3.org/TR/webvtt1/)", "(http://https://www.w3.org/TR/webvtt1/)");
  text = replaced(text, "</q>", "<q>");
  return replaced(text, "published: true\n", "published: true\r\n");
}

std::string fixed(const SampleFolder& folder) {
  const auto text = folder.page_with("time: 2:18", "time: '2:18'");
  return replaced(text, "published: true\n", "published: true\r\n");
}

}  // namespace

TEST_CASE("fix mends what has one right answer and keeps every other byte") {
  const SampleFolder folder;
  folder.write("wrong.md", faulty(folder));
  const auto page = path_of(folder, "wrong.md");
  const auto result = captions({"fix", "--no-audio", page});
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(result.err.empty());
  CHECK(content_of(page) == fixed(folder));
  CHECK(captions({"check", "--no-audio", page}).out.empty());
}

TEST_CASE("fix a second time changes nothing, not even the time of the file") {
  const SampleFolder folder;
  const auto before = std::filesystem::last_write_time(folder.page());
  const auto text = content_of(folder.page());
  CHECK(captions({"fix", "--no-audio", folder.page()}).exit_code == 0);
  CHECK(content_of(folder.page()) == text);
  CHECK(std::filesystem::last_write_time(folder.page()) == before);
}

TEST_CASE("fix --dry-run prints a diff that patch takes, and writes nothing") {
  const SampleFolder folder;
  const auto text = faulty(folder);
  folder.write("wrong.md", text);
  const auto page = path_of(folder, "wrong.md");
  const auto result = captions({"fix", "--no-audio", "--dry-run", page});
  CHECK(result.exit_code == 0);
  CHECK(content_of(page) == text);
  folder.write("mended.md", fixed(folder));
  const auto judged =
      run({"diff", "-u", "--label", page, "--label", page, page, path_of(folder, "mended.md")});
  CHECK(result.out == judged.out);
}

TEST_CASE("fix --only leaves the other rules alone, and lists what is left") {
  const SampleFolder folder;
  const auto text = faulty(folder);
  folder.write("wrong.md", text);
  const auto page = path_of(folder, "wrong.md");
  const auto result = captions({"fix", "--no-audio", "--only", "time-float", page});
  CHECK(result.exit_code == 1);
  CHECK(content_of(page) == replaced(text, "2.18", "2:18"));
  CHECK(lines_in(result.err) == 2);
  CHECK(result.err.find("[quote-unbalanced]") != std::string::npos);
  CHECK(result.err.find("[link-doubled-scheme]") != std::string::npos);
  CHECK(captions({"fix", "--only", "time-flaot", page}).exit_code == 2);
}

TEST_CASE("fix writes the MP3's size and length") {
  const SampleFolder folder;
  const auto text = content_of(folder.page());
  folder.write("episode.md", replaced(replaced(text, "2209823", "17224989"), "2:18", "19.24"));
  CHECK(captions({"fix", "--only", "mp3-size,mp3-time,time-float", folder.page()}).exit_code == 0);
  CHECK(content_of(folder.page()) == text);
}

TEST_CASE("fix mends the page alone where the MP3 is missing, and says so") {
  const SampleFolder folder;
  std::filesystem::remove(folder.mp3());
  folder.write("wrong.md", faulty(folder));
  const auto result = captions({"fix", path_of(folder, "wrong.md")});
  CHECK(result.exit_code == 1);
  CHECK(result.err.find("[mp3-missing]") != std::string::npos);
  CHECK(content_of(path_of(folder, "wrong.md")) == fixed(folder));
}

TEST_CASE("fix leaves a page as it was where it cannot be written") {
  const SampleFolder folder;
  folder.write("wrong.md", faulty(folder));
  const auto page = path_of(folder, "wrong.md");
  const auto result = captions({"fix", "--no-audio", page}, "ulimit -f 0; ");
  CHECK(result.exit_code != 0);
  CHECK(content_of(page) == faulty(folder));
}
