// cmos-captions check, as a user runs it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "sample_folder.h"

TEST_CASE("check says nothing of a page that is right") {
  const SampleFolder folder;
  const auto result = captions({"check", "--no-audio", folder.page()});
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(result.err.empty());
}

TEST_CASE("check prints each diagnostic on a line and fails for an error") {
  const SampleFolder folder;
  folder.write("wrong.md", folder.page_with("time: 2:18", "time: 2.18"));
  const auto page = path_of(folder, "wrong.md");
  const auto result = captions({"check", "--no-audio", page});
  CHECK(result.exit_code == 1);
  CHECK(result.out ==
        page + ":15:9: error: time 2.18 has a dot for a colon; write 2:18 [time-float]\n");
}

TEST_CASE("check tells a warning without failing") {
  const SampleFolder folder;
  folder.write("note.md", folder.page_with("Hello", "[meetup] Hello"));
  const auto result = captions({"check", "--no-audio", path_of(folder, "note.md")});
  CHECK(result.exit_code == 0);
  CHECK(result.out.find(": warning: [meetup] is taken as a note") != std::string::npos);
}

TEST_CASE("check compares pages with each other, and goes on behind one that is not there") {
  const SampleFolder folder;
  folder.write("copy.md", content_of(folder.page()));
  const auto copy = path_of(folder, "copy.md");
  const auto result =
      captions({"check", "--no-audio", folder.page(), path_of(folder, "none.md"), copy});
  CHECK(result.exit_code == 1);
  CHECK(result.out.find("none.md: error: ") != std::string::npos);
  CHECK(result.out.find(copy + ":13:9: error: " + folder.page().string() + " names the MP3 ") !=
        std::string::npos);
  CHECK(result.out.find("[size-and-time-claimed-twice]") != std::string::npos);
}

TEST_CASE("check leaves out rules that are disabled, and knows their names") {
  const SampleFolder folder;
  folder.write("wrong.md", folder.page_with("time: 2:18", "time: 2.18"));
  const auto page = path_of(folder, "wrong.md");
  CHECK(captions({"check", "--no-audio", "--disable", "tag-unknown,time-float", page}).exit_code ==
        0);
  const auto unknown = captions({"check", "--no-audio", "--disable", "time-flaot", page});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.err.find("there is no rule \"time-flaot\"") != std::string::npos);
  const auto of_make = captions({"check", "--no-audio", "--disable", "chapter-twice", page});
  CHECK(of_make.exit_code == 2);
  CHECK(of_make.err.find("there is no rule \"chapter-twice\" of check") != std::string::npos);
}

TEST_CASE("the configuration disables rules, gives them other severities and knows their names") {
  const SampleFolder folder;
  folder.write("wrong.md", folder.page_with("time: 2:18", "time: 2.18"));
  const auto check = [&](const std::string& config) {
    folder.write(".cmos-captions.yaml", config);
    return captions({"check", "--no-audio", path_of(folder, "wrong.md")});
  };
  const auto warned = check("check:\n  severity: {time-float: warning}\n");
  CHECK(warned.exit_code == 0);
  CHECK(warned.out.find(": warning: time 2.18") != std::string::npos);
  CHECK(check("check:\n  disable: [time-float]\n").out.empty());
  const auto unknown = check("check:\n  disable: [time-flaot]\n");
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.err.find("time-flaot") != std::string::npos);
}

TEST_CASE("check prints diagnostics as JSON, with the edit that mends the page") {
  const SampleFolder folder;
  const auto text = folder.page_with("time: 2:18", "time: 2.18");
  folder.write("wrong.md", text);
  const auto result =
      captions({"check", "--no-audio", "--diagnostics", "json", path_of(folder, "wrong.md")});
  CHECK(result.exit_code == 1);
  const auto diagnostics = nlohmann::json::parse(result.out).at("findings");
  REQUIRE(diagnostics.size() == 1);
  const auto& diagnostic = diagnostics[0];
  CHECK(diagnostic.at("rule") == "time-float");
  CHECK(diagnostic.at("severity") == "error");
  CHECK(diagnostic.at("line") == 15);
  CHECK(diagnostic.at("column") == 9);
  const auto begin = diagnostic.at("fix").at(0).at("begin").get<std::size_t>();
  const auto end = diagnostic.at("fix").at(0).at("end").get<std::size_t>();
  CHECK(text.substr(begin, end - begin) == "2.18");
  CHECK(diagnostic.at("fix").at(0).at("text") == "2:18");
}

TEST_CASE("check wants pages or --rules, which lists them") {
  CHECK(captions({"check"}).exit_code == 2);
  const auto rules = captions({"check", "--rules"});
  CHECK(rules.exit_code == 0);
  CHECK(rules.out.find("- `time-float` (error, in make warning): ") != std::string::npos);
}
