#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "base/rules.h"
#include "check/rules_text.h"

TEST_CASE("docs/rules.md is what `check --rules` prints") {
  std::ifstream file(CMOS_SOURCE_DIR "/docs/rules.md", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  CHECK(text == cmos::rules_text());
}

TEST_CASE("every rule has a name of its own, in the order of the topics") {
  std::set<std::string_view> names;
  for (const auto& rule : cmos::kRules) {
    CAPTURE(rule.name);
    CHECK(names.insert(rule.name).second);
    CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
          std::string_view::npos);
    CHECK(cmos::find_rule(rule.name) == &rule);
    CHECK((rule.in_make || rule.in_check));
  }
  CHECK(std::ranges::is_sorted(cmos::kRules, {}, &cmos::Rule::topic));
  CHECK(cmos::find_rule("no-such-rule") == nullptr);
}
