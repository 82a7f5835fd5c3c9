// Corrections beside a page, as a user has them.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "sample_folder.h"

namespace {

const std::string kCorrections =
    "corrections:\n"
    "- words: \"Captions.\"\n  before: \"what shall we talk about?\"\n  after: \"For a podcast? "
    "But\"\n"
    "  cue: true\n  start: 0:17.400\n  end: 0:18.500\n"
    "- words: \"dictionary\"\n  before: \"Zófia Vaszkuti, and no\"\n  after: \"has it. I looked\"\n"
    "  start: 0:11.650\n"
    "- words: \"podcast?\"\n  before: \"about? Captions. For a\"\n  after: \"But there is "
    "nothing\"\n"
    "  text: \"broadcast?\"\n"
    "- words: \"I\"\n  before: \"and no dictionary has it.\"\n  after: \"looked it up. You're\"\n"
    "  speaker: zofia\n";

nlohmann::json words(const SampleFolder& folder) {
  return nlohmann::json::parse(content_of(path_of(folder, "episode.words.json")));
}

nlohmann::json word(const nlohmann::json& words, const std::string& text) {
  for (const auto& word : words["words"]) {
    if (word["text"] == text) return word;
  }
  return {};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("corrections are in every output and outlast an edit elsewhere in the page", "[long]") {
  const SampleFolder folder;
  folder.write("episode.corrections.yaml", kCorrections);
  const auto made = captions({"-f", "vtt,srt,words", folder.page()});
  INFO(made.err);
  REQUIRE(made.exit_code == 0);
  for (int run = 0; run < 2; ++run) {
    const auto vtt = content_of(path_of(folder, "episode.vtt"));
    CHECK(has(vtt, "00:00:17.400 --> 00:00:18.500\n<v Zófia Vaszkuti>Captions.\n"));
    CHECK(has(content_of(path_of(folder, "episode.srt")), "00:00:17,400 --> 00:00:18,500\n"));
    CHECK(has(vtt, "<v Oskar Lindqvest>For a broadcast?"));
    CHECK(has(vtt, "<v Zófia Vaszkuti>I looked it up."));
    const auto times = words(folder);
    CHECK(word(times, "dictionary")["start"] == 11.650);
    CHECK(word(times, "dictionary")["confidence"] == 1.0);
    if (run > 0) break;
    folder.write("episode.md", folder.page_with("a very short episode", "an episode"));
    REQUIRE(captions({"-f", "vtt,srt,words", folder.page()}).exit_code == 0);
  }
}

TEST_CASE("fix writes corrected words and speakers into the page and then says no more of them") {
  const SampleFolder folder;
  folder.write("episode.corrections.yaml", kCorrections);
  const auto noted = captions({"check", "--no-audio", folder.page()});
  CHECK(has(noted.out,
            "episode.md:51:22: note: \"podcast?\" is corrected, but not here; run "
            "`cmos-captions fix`, or mend it [correction-pending]"));
  REQUIRE(captions({"fix", "--no-audio", folder.page()}).exit_code == 0);
  const auto page = content_of(folder.page());
  CHECK(has(page, "[00:18] oskar: For a broadcast? But"));
  CHECK(has(page, "[00:13] zofia: I looked it up."));
  CHECK(!has(captions({"check", "--no-audio", folder.page()}).out, "correction-"));
}

TEST_CASE("corrections that cannot be read are an error and nothing is written") {
  const SampleFolder folder;
  folder.write("episode.corrections.yaml", "corrections:\n- words: x\n  start: soon\n");
  const auto result = captions({"-f", "vtt", "--no-audio", folder.page()});
  CHECK(result.exit_code == 1);
  CHECK(has(result.err, "episode.corrections.yaml:3:10: error: a time is wanted here"));
  CHECK(folder.files() ==
        std::vector<std::string>{"episode.corrections.yaml", "episode.md", "episode.mp3"});
}

TEST_CASE("times by silences and by stamps keep corrections, too") {
  const SampleFolder folder;
  folder.write("episode.corrections.yaml", kCorrections);
  for (const std::string how : {"--align=silence", "--no-audio"}) {
    const auto made = captions({"-f", "vtt,words", how, folder.page()});
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    CHECK(!has(made.err, "correction-unkept"));
    CHECK(has(content_of(path_of(folder, "episode.vtt")), "00:00:17.400 --> 00:00:18.500\n"));
    CHECK(word(words(folder), "dictionary")["start"] == 11.650);
  }
}

TEST_CASE("a time that the sound does not reach is told") {
  const SampleFolder folder;
  folder.write("episode.corrections.yaml",
               "corrections:\n- words: \"Captions.\"\n  before: \"what shall we talk about?\"\n"
               "  after: \"For a podcast? But\"\n  start: 9:00\n");
  const auto made = captions({"-f", "words", "--align=silence", folder.page()});
  CHECK(made.exit_code == 0);
  CHECK(has(made.err, "[correction-unkept]"));
}

TEST_CASE("corrections are an input: no output takes their place and make knows them") {
  const SampleFolder folder;
  folder.write("episode.corrections.yaml", kCorrections);
  const auto file = path_of(folder, "episode.corrections.yaml");
  const auto refused = captions({"-f", "vtt", "-o", file, "--no-audio", folder.page()});
  CHECK(refused.exit_code == 2);
  CHECK(content_of(file) == kCorrections);
  const auto rules = path_of(folder, "deps.mk");
  REQUIRE(captions({"-f", "vtt", "--no-audio", "-M", rules, folder.page()}).exit_code == 0);
  CHECK(has(content_of(rules), "episode.corrections.yaml"));
}

TEST_CASE("corrections that are lost or doubtful or contradicted are warned of and left out") {
  const SampleFolder folder;
  REQUIRE(captions({"-f", "vtt", "--no-audio", folder.page()}).exit_code == 0);
  const auto without = content_of(path_of(folder, "episode.vtt"));
  folder.write("episode.corrections.yaml",
               "corrections:\n"
               "- words: Bananas\n  before: yellow\n  start: 0:09\n"
               "- words: the\n  start: 0:09\n"
               "- words: Captions.\n  before: talk about?\n  after: For a\n  start: 0:30\n"
               "- words: dictionary\n  before: and no\n  after: has it.\n  start: 0:31\n");
  const auto made = captions({"-f", "vtt", "--no-audio", folder.page()});
  CHECK(made.exit_code == 0);
  CHECK(has(made.err, "episode.corrections.yaml:2:3: warning: \"Bananas\" is not here any more"));
  CHECK(has(made.err, "episode.corrections.yaml:5:3: warning: \"the\" is here more than once"));
  CHECK(has(made.err, "episode.corrections.yaml:7:3: warning: another correction says"));
  CHECK(content_of(path_of(folder, "episode.vtt")) == without);
}
