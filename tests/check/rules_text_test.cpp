#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "cmos/rule.h"

TEST_CASE("docs/rules.md is what `check --rules` prints") {
  std::ifstream file(CMOS_SOURCE_DIR "/docs/rules.md", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  CHECK(text == cmos::rules_text());
}

TEST_CASE("every rule has a name of its own, in the order of the topics") {
  std::set<std::string_view> names;
  for (const auto& rule : cmos::rules()) {
    CAPTURE(rule.name);
    CHECK(names.insert(rule.name).second);
    CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
          std::string_view::npos);
    const auto name = cmos::find_rule(rule.name);
    REQUIRE(name);
    CHECK(name->name() == rule.name);
    CHECK(&**name == &rule);
    CHECK((rule.severity || rule.in_check));
  }
  CHECK(std::ranges::is_sorted(cmos::rules(), {}, &cmos::Rule::topic));
  CHECK(cmos::find_rule("no-such-rule") == std::nullopt);
}
