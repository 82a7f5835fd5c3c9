// What the program does with the sound, and what where it cannot.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <string>

#include "cli/sample_folder.h"
#include "support/truth.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

const std::string kModel = "/usr/share/pocketsphinx/model/en-us/en-us";

std::vector<double> word_starts(const std::vector<std::string>& arguments) {
  auto command = arguments;
  command.insert(command.end(), {"-q", "-f", "words", "-o", "-"});
  const auto result = captions(command);
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.out);
  std::vector<double> starts;
  for (const auto& word : json["words"]) starts.push_back(word["start"]);
  REQUIRE_FALSE(starts.empty());
  return starts;
}

// Errors of the sample's word starts in ms, ascending.
std::vector<double> errors(const std::vector<double>& starts) {
  const auto truth = cmos::read_truth(fs::path(CMOS_SAMPLES) / "episode.words.truth.json");
  REQUIRE(starts.size() == truth.words.size());
  std::vector<double> result;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto& start = truth.words[i].start;
    if (start) result.push_back(std::abs(starts[i] * 1000 - static_cast<double>(start->count())));
  }
  std::ranges::sort(result);
  return result;
}

double share_within(const std::vector<double>& errors, double limit) {
  const auto count = std::ranges::count_if(errors, [&](double e) { return e <= limit; });
  return static_cast<double>(count) / static_cast<double>(errors.size());
}

// A copy of the model in which one file has these bytes.
fs::path model_with(const SampleFolder& folder, const std::string& name, const std::string& bytes) {
  const auto copy = folder.path() / "model";
  fs::remove_all(copy);
  fs::copy(kModel, copy);
  folder.write("model/" + name, bytes);
  return copy;
}

}  // namespace

TEST_CASE("words of the sample lie on their sound") {
  const SampleFolder folder;
  const auto found = errors(word_starts({folder.page()}));
  CHECK(found[found.size() / 2] <= 10);
  CHECK(share_within(found, 50) >= 0.97);
  CHECK(share_within(found, 200) == 1);
}

TEST_CASE("words lie on their sound in a transcript without stamps") {
  const SampleFolder folder;
  const auto page = folder.path() / "plain.md";
  folder.write("plain.md",
               std::regex_replace(content_of(folder.page()), std::regex(R"(\[\d+:\d\d\] )"), ""));
  CHECK_THAT(content_of(page), !Contains("[0:"));
  const auto found = errors(word_starts({page}));
  CHECK(share_within(found, 50) >= 0.97);
  CHECK(share_within(found, 200) == 1);
}

TEST_CASE("words are timed by stamps and silences if asked to, with a warning") {
  const SampleFolder folder;
  const auto found = errors(word_starts({"--align=silence", folder.page()}));
  CHECK(found[found.size() / 2] > 20);
  CHECK(share_within(found, 500) >= 0.95);
  CHECK_THAT(captions({"--align=silence", folder.page()}).err,
             Contains("warning: ") && Contains("[align-silence]\n"));
}

namespace {

// The page with its n-th stamp (from 0) so many seconds later, or all of them.
std::string with_late_stamps(const std::string& page, int seconds, std::optional<int> n = {}) {
  static const std::regex kStamp(R"(\n\[(\d+):(\d\d)\] )");
  std::string result;
  auto rest = page.begin();
  int count = 0;
  for (std::sregex_iterator match(page.begin(), page.end(), kStamp), end; match != end; ++match) {
    result.append(rest, (*match)[0].first);
    rest = (*match)[0].second;
    const int late = !n || *n == count++ ? seconds : 0;
    const int second = 60 * std::stoi((*match)[1]) + std::stoi((*match)[2]) + late;
    result += fmt::format("\n[{}:{:02}] ", second / 60, second % 60);
  }
  result.append(rest, page.end());
  return result;
}

}  // namespace

TEST_CASE("stamps that silences and speech speak against are not followed") {
  const SampleFolder folder;
  const auto page = folder.path() / "late.md";
  const auto text = content_of(folder.page());
  SECTION("one that is mistyped") {
    folder.write("late.md", with_late_stamps(text, 20, 3));
  }
  SECTION("all of them, which are late by the same time") {
    folder.write("late.md", with_late_stamps(text, 12));
    CHECK_THAT(captions({"--align=silence", page}).err,
               Contains("all stamps are late by 12 s") && Contains("[stamps-shifted]\n"));
  }
  REQUIRE(content_of(page) != text);
  const auto found = errors(word_starts({"--align=silence", page}));
  CHECK(share_within(found, 500) >= 0.95);
}

TEST_CASE("a language that nobody can read is read by the rules of English, with a warning") {
  const SampleFolder folder;
  folder.write("qaa.md", folder.page_with("title:", "language: qaa-ZZ\ntitle:"));
  const auto page = folder.path() / "qaa.md";
  const auto result = captions({page});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("warning: ") && Contains("qaa-ZZ") && Contains("-missing]\n"));
  CHECK(lines_in(result.err) == 1);
  CHECK(word_starts({page}) == word_starts({folder.page()}));
}

TEST_CASE("words of another language are read by its rules, whatever the model is called") {
  const SampleFolder folder;
  folder.write("de.md", folder.page_with("title:", "language: de-AT\ntitle:"));
  const auto page = folder.path() / "de.md";
  const auto result = captions({page});
  if (result.err.find("[espeak-missing]") != std::string::npos) {
    std::cout << "SKIPPED: libespeak-ng1 is not installed\n";
    return;
  }
  CHECK_THAT(result.err, Contains("[language-doubtful]\n"));  // The words are English.
  CHECK(lines_in(result.err) == 1);
  const auto starts = word_starts({page});
  CHECK(starts != word_starts({folder.page()}));
  CHECK(starts != word_starts({"--align=silence", page}));
  CHECK(starts == word_starts({"--model", kModel, page}));
  CHECK(word_starts({"--language", "en-GB", page}) == word_starts({folder.page()}));
}

TEST_CASE("without espeak-ng words of another language are read by the rules of English") {
  const SampleFolder folder;
  folder.write("libespeak-ng.so.1", "");
  folder.write("de.md", folder.page_with("title:", "language: de\ntitle:"));
  const auto page = folder.path() / "de.md";
  const auto result =
      captions({"-f", "words", "-o", "-", page}, "LD_LIBRARY_PATH=" + quoted(folder.path()) + " ");
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("warning: espeak-ng: ") && Contains("[espeak-missing]\n"));
  CHECK(lines_in(result.err) == 2);  // That the words are English is said, too.
  const auto english = captions({"-f", "words", "-o", "-", folder.page()});
  const auto words = [](const std::string& out) { return nlohmann::json::parse(out)["words"]; };
  CHECK(words(result.out) == words(english.out));
}

TEST_CASE("a page's own pronunciations count, and those that cannot be said are left out") {
  const SampleFolder folder;
  folder.write("page.md", folder.page_with("title:",
                                           "pronunciations:\n  Oskar: AO S K AA R\n"
                                           "  captions: K XX\ntitle:"));
  const auto result = captions({folder.path() / "page.md"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("page.md:4:13: warning: no phone \"XX\"") &&
                             Contains("[pronunciation-unknown-phone]\n"));
  CHECK(lines_in(result.err) == 1);
}

TEST_CASE("a model file that is missing, empty, cut, flipped or has huge counts is an error") {
  const SampleFolder folder;
  for (const std::string name : {"feat.params", "mdef", "means", "variances", "sendump",
                                 "transition_matrices", "noisedict"}) {
    const auto bytes = content_of(fs::path(kModel) / name);
    const bool is_text = name == "feat.params" || name == "noisedict";
    const auto counts =
        bytes.find("endhdr\n") == std::string::npos ? 0 : bytes.find("endhdr\n") + 11;
    auto huge = bytes;
    huge.replace(name == "mdef" ? 0x428 : counts, 8, 8, '\xFF');
    auto flipped = bytes;
    flipped[name == "sendump" ? 2 : bytes.size() / 2] ^= '\x40';
    std::vector<std::string> damaged{bytes.substr(0, bytes.size() * 2 / 3)};
    if (is_text) damaged = {"\x01\x02"};
    if (!is_text) damaged.insert(damaged.end(), {"", huge});
    if (name != "mdef" && name != "variances" && !is_text) damaged.push_back(flipped);
    for (std::size_t i = 0; i < damaged.size(); ++i) {
      CAPTURE(name, i);
      const auto model = model_with(folder, name, damaged[i]);
      const auto result = captions({"--model", model, folder.page()});
      CHECK(result.exit_code == 1);
      CHECK_THAT(result.err, Contains("error: acoustic model: ") && Contains(name));
      CHECK(lines_in(result.err) == 1);
    }
    const auto model = model_with(folder, name, bytes);
    fs::remove(model / name);
    const auto result = captions({"--model", model, folder.page()});
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("[model-missing]\n"));
  }
  CHECK_FALSE(fs::exists(folder.path() / "episode.vtt"));
}

TEST_CASE("a model or dictionary that is none is an error") {
  const SampleFolder folder;
  const std::string page = folder.page();
  CHECK_THAT(captions({"--model", folder.path() / "none", page}).err,
             Contains("[model-missing]\n"));
  const auto text = captions({"--dictionary", page, page});
  CHECK(text.exit_code == 1);
  CHECK_THAT(text.err, Contains("dictionary: " + page) && Contains("[dictionary-invalid]\n"));
  CHECK_THAT(captions({"--dictionary", folder.path() / "none", page}).err,
             Contains("[not-found]\n"));
}

TEST_CASE("ways to align and languages that do not exist are wrong use") {
  const SampleFolder folder;
  CHECK(captions({"--align", "magic", folder.page()}).exit_code == 2);
  CHECK(captions({"--language", "a language", folder.page()}).exit_code == 2);
}
