#include "cmos/suggestion.h"

#include <array>
#include <catch2/catch.hpp>
#include <string_view>

using cmos::did_you_mean;

namespace {

constexpr std::array<std::string_view, 4> kNames = {"check", "chapters", "vtt", "stats"};

}  // namespace

TEST_CASE("the nearest name is suggested") {
  CHECK(did_you_mean("chek", kNames) == "; did you mean \"check\"?");
  CHECK(did_you_mean("chatpers", kNames) == "; did you mean \"chapters\"?");
  CHECK(did_you_mean("vttt", kNames) == "; did you mean \"vtt\"?");
  CHECK(did_you_mean("STATS", kNames) == "; did you mean \"stats\"?");
}

TEST_CASE("nothing is suggested for what is no name misspelt") {
  CHECK(did_you_mean("", kNames).empty());
  CHECK(did_you_mean("vx", kNames).empty());
  CHECK(did_you_mean("episode", kNames).empty());
  CHECK(did_you_mean("check", {}).empty());
}
