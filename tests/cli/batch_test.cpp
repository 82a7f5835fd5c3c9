#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

// Copies of the sample, each with a fault of its own.
std::vector<std::string> add_pages(const SampleFolder& folder, int count) {
  std::vector<std::string> pages;
  for (int i = 0; i < count; ++i) {
    const auto name = "page" + std::to_string(i) + ".md";
    folder.write(name, folder.page_with("size: ", "size: " + std::to_string(i + 1)));
    pages.push_back(folder.path() / name);
  }
  return pages;
}

Finished make(const std::vector<std::string>& options, const std::vector<std::string>& pages) {
  auto arguments = options;
  arguments.insert(arguments.end(), pages.begin(), pages.end());
  return captions(arguments);
}

}  // namespace

TEST_CASE("pages behind a list of formats are pages") {
  const SampleFolder folder;
  const auto pages = add_pages(folder, 3);
  CHECK(make({"-f", "vtt,srt"}, pages).exit_code == 0);
  CHECK(fs::exists(folder.path() / "page0.srt"));
  CHECK(fs::exists(folder.path() / "page2.vtt"));
}

TEST_CASE("several jobs make the same outputs and diagnostics in the order of the pages") {
  const SampleFolder folder;
  const auto pages = add_pages(folder, 5);
  const auto one = make({"-j", "1"}, pages);
  CHECK(lines_in(one.err) == pages.size());
  std::vector<std::string> outputs;
  for (const auto& page : pages) {
    outputs.push_back(content_of(fs::path(page).replace_extension(".vtt")));
    fs::remove(fs::path(page).replace_extension(".vtt"));
  }
  const auto three = make({"-j", "3"}, pages);
  CHECK(three.exit_code == 0);
  CHECK(three.err == one.err);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CHECK(content_of(fs::path(pages[i]).replace_extension(".vtt")) == outputs[i]);
  }
}

TEST_CASE("a failed page does not keep the others from being made") {
  const SampleFolder folder;
  auto pages = add_pages(folder, 3);
  pages[1] = folder.path() / "missing.md";
  CHECK(make({"-j", "2"}, pages).exit_code == 3);
  CHECK(fs::exists(folder.path() / "page0.vtt"));
  CHECK(fs::exists(folder.path() / "page2.vtt"));
}

TEST_CASE("dependencies are written for pages that were made, names escaped for make") {
  const SampleFolder folder;
  fs::rename(folder.page(), folder.path() / "an #1 $ep.md");
  const auto inside = "cd " + quoted(folder.path()) + " && ";
  const auto rules = folder.path() / "rules";
  const std::string page = "an #1 $ep.md";
  CHECK(captions({"-f", "vtt,srt", "-M", "rules", page, "missing.md"}, inside).exit_code == 3);
  CHECK_THAT(content_of(rules),
             StartsWith("an\\ \\#1\\ $$ep.vtt an\\ \\#1\\ $$ep.srt: an\\ \\#1\\ $$ep.md "
                        "./episode.mp3 /usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict ") &&
                 Contains("\n./episode.mp3:\n") &&
                 Contains("\n/usr/share/pocketsphinx/model/en-us/en-us/means:\n"));
  CHECK(captions({"--align=silence", "-M", "rules", page}, inside).exit_code == 0);
  CHECK(content_of(rules) ==
        "an\\ \\#1\\ $$ep.vtt: an\\ \\#1\\ $$ep.md ./episode.mp3\n./episode.mp3:\n");
  CHECK(run({"make", "-q", "-f", "rules"}, inside).exit_code == 0);
  CHECK(captions({"-M", "rules", "missing.md"}, inside).exit_code == 1);
  CHECK_THAT(content_of(rules), Contains("episode.mp3"));
  CHECK(captions({"-M", "rules", "-o", "-", page}, inside).exit_code == 2);
  CHECK(captions({"-M", "no/such/rules", page}, inside).exit_code == 1);
}
