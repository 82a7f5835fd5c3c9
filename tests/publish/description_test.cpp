#include "publish/description.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "support/rule_of.h"

using namespace cmos;

namespace {

const std::string kBlock =
    "=== Chapters ===\n0:00 Welcome\n1:00 Captions\n2:00 Bye\n=== End of chapters ===";
const std::string kLines = "0:00 Welcome\n1:00 Captions\n2:00 Bye\n";

std::string rule_for(const std::string& description) {
  return rule_of(with_chapters(description, kLines));
}

}  // namespace

TEST_CASE("chapters come behind a description that has none") {
  CHECK(with_chapters("", kLines) == kBlock);
  CHECK(with_chapters("About.", kLines) == "About.\n\n" + kBlock);
  CHECK(with_chapters("About.\n", kLines) == "About.\n\n" + kBlock);
}

TEST_CASE("only what is between the markers changes") {
  const std::string old = "Before \n=== Chapters ===\n0:00 Old\n=== End of chapters ===\n after";
  CHECK(with_chapters(old, kLines) == "Before \n" + kBlock + "\n after");
}

TEST_CASE("a second time changes nothing") {
  rc::prop("whatever the description", [](const std::string& description) {
    const auto once = with_chapters(description, kLines);
    if (!once) return;
    const auto twice = with_chapters(*once, kLines);
    RC_ASSERT(twice.has_value());
    RC_ASSERT(*twice == *once);
  });
}

TEST_CASE("markers are whole lines: titles of chapters may be like them") {
  const std::string lines =
      "0:00 === Chapters ===\n1:00 === End of chapters ===\n2:00 === Chapters ===\n";
  const auto once = with_chapters("About === End of chapters ===", lines);
  REQUIRE(once);
  CHECK(with_chapters(*once, lines) == *once);
  CHECK(with_chapters(with_chapters(*once, kLines).value(), lines) == *once);
  const std::string with_carriage_returns =
      "Before\r\n=== Chapters ===\r\n0:00 Old\r\n=== End of chapters === \r\nafter";
  CHECK(with_chapters(with_carriage_returns, kLines) == "Before\r\n" + kBlock + " \r\nafter");
}

TEST_CASE("descriptions that would be spoilt are refused") {
  CHECK(rule_for(kBlock + "\n=== End of chapters ===") == "description");
  CHECK(rule_for(kBlock + "\n" + kBlock) == "description");
  CHECK(rule_for("=== Chapters ===\n") == "description");
  CHECK(rule_for("=== End of chapters ===\n=== Chapters ===") == "description");
  CHECK(rule_for("00:00 Intro\n01:00 More") == "description");
  CHECK(rule_for("see\n0:00:00 Intro\n\n" + kBlock) == "description");
  CHECK(rule_for(std::string(4'960, 'x')) == "description");
  CHECK(rule_for("At 10:00 we meet") == "");
}
