// Diagnostics in the forms that code hosts read.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cmos/diagnostic.h"

using cmos::Diagnostic;
using cmos::Severity;

namespace {

const Diagnostic kFound{Severity::error, "a b/\u00E4%.md", cmos::SourcePosition{41, 7},
                        "100 %, \"twice\":\nnow", "time-float"};
const Diagnostic kWithoutPlace{Severity::note, "page.md", std::nullopt, "so it is", "not-found"};

}  // namespace

TEST_CASE("SARIF has the rules that were broken, and where") {
  const auto sarif = nlohmann::json::parse(cmos::write_diagnostics_sarif({kFound, kFound}));
  CHECK(sarif.at("version") == "2.1.0");
  const auto& run = sarif.at("runs").at(0);
  const auto& rules = run.at("tool").at("driver").at("rules");
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].at("id") == "time-float");
  CHECK_FALSE(rules[0].at("shortDescription").at("text").get<std::string>().empty());
  REQUIRE(run.at("results").size() == 2);
  const auto& result = run.at("results").at(0);
  CHECK(result.at("ruleId") == "time-float");
  CHECK(result.at("level") == "error");
  CHECK(result.at("message").at("text") == kFound.message);
  const auto& place = result.at("locations").at(0).at("physicalLocation");
  CHECK(place.at("artifactLocation").at("uri") == "a%20b/%C3%A4%25.md");
  CHECK(place.at("region").at("startLine") == 41);
}

TEST_CASE("SARIF names a file without a place, and an empty run is one") {
  const auto sarif = nlohmann::json::parse(cmos::write_diagnostics_sarif({kWithoutPlace}));
  const auto& result = sarif.at("runs").at(0).at("results").at(0);
  CHECK(result.at("level") == "note");
  CHECK_FALSE(result.at("locations").at(0).at("physicalLocation").contains("region"));
  const auto empty = nlohmann::json::parse(cmos::write_diagnostics_sarif({}));
  CHECK(empty.at("runs").at(0).at("results").empty());
}

TEST_CASE("an annotation is one line whatever stands in it") {
  CHECK(cmos::github_annotation(kFound) ==
        "::error file=a b/\u00E4%25.md,line=41,col=7,title=time-float::100 %25, \"twice\":%0Anow");
  CHECK(cmos::github_annotation(kWithoutPlace) ==
        "::notice file=page.md,title=not-found::so it is");
}
