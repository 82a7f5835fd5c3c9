// What the program says to somebody who mistypes.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "sample_folder.h"

using Catch::Matchers::Contains;

namespace {

void check_suggestion(std::vector<std::string> arguments, const std::string& meant) {
  CAPTURE(arguments, meant);
  const SampleFolder folder;
  const auto before = folder.files();
  arguments.push_back(folder.page());
  const auto result = captions(arguments);
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("did you mean \"" + meant + "\"?"));
  CHECK(folder.files() == before);
}

}  // namespace

TEST_CASE("a misspelt command is no missing page") {
  check_suggestion({"chek"}, "check");
  check_suggestion({"stat"}, "stats");
}

TEST_CASE("a misspelt option, format, style or rule is told what it may have been") {
  check_suggestion({"make", "--formt", "vtt"}, "--format");
  check_suggestion({"--sytle=bbc"}, "--style");
  check_suggestion({"-f", "vvtt"}, "vtt");
  check_suggestion({"-f", "vt"}, "vtt");
  check_suggestion({"-f", "jsn"}, "transcript-json");
  check_suggestion({"--style", "bb"}, "bbc");
  check_suggestion({"--style", "netflx"}, "netflix");
  check_suggestion({"check", "--ruls"}, "--rules");
  check_suggestion({"--transcript-format", "srtt"}, "srt");
  check_suggestion({"stats", "--shortest-a-wrd", "5"}, "--shortest-a-word");
  check_suggestion({"check", "--colour", "never"}, "--color");
  check_suggestion({"check", "--color", "nevr"}, "never");
  check_suggestion({"check", "--disable", "time-flaot"}, "time-float");
  check_suggestion({"check", "--diagnostics", "sarfi"}, "sarif");
}

TEST_CASE("a page of a command's likeness is a page") {
  const SampleFolder folder;
  const auto result = captions({"check.md"});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("[not-found]"));
}

TEST_CASE("help shows the help of the program and of a command") {
  const auto all = captions({"help"});
  CHECK(all.exit_code == 0);
  CHECK(all.out == captions({"--help"}).out);
  const auto one = captions({"help", "check"});
  CHECK(one.exit_code == 0);
  CHECK(one.out == captions({"check", "--help"}).out);
  const auto none = captions({"help", "chek"});
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.err, Contains("did you mean \"check\"?"));
}

TEST_CASE("the option -v tells the version") {
  CHECK(captions({"-v"}).out == captions({"--version"}).out);
}
