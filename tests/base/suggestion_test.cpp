#include "cmos/suggestion.h"

#include <array>
#include <catch2/catch.hpp>
#include <string_view>

using cmos::did_you_mean;

namespace {

constexpr std::array<std::string_view, 7> kNames = {
    "check", "chapters", "vtt", "stats", "srt", "transcript-json", "chapters-json"};

}  // namespace

TEST_CASE("the nearest name is suggested") {
  CHECK(did_you_mean("chek", kNames) == "; did you mean \"check\"?");
  CHECK(did_you_mean("chatpers", kNames) == "; did you mean \"chapters\"?");
  CHECK(did_you_mean("vttt", kNames) == "; did you mean \"vtt\"?");
  CHECK(did_you_mean("STATS", kNames) == "; did you mean \"stats\"?");
}

TEST_CASE("names of three letters are suggested for two") {
  CHECK(did_you_mean("vt", kNames) == "; did you mean \"vtt\"?");
  CHECK(did_you_mean("tt", kNames) == "; did you mean \"vtt\"?");
  CHECK(did_you_mean("sr", kNames) == "; did you mean \"srt\"?");
}

TEST_CASE("a name is suggested for one of its words, but only where no name is as near") {
  CHECK(did_you_mean("jsn", kNames) == "; did you mean \"transcript-json\"?");
  CHECK(did_you_mean("json", kNames) == "; did you mean \"transcript-json\"?");
  CHECK(did_you_mean("chapter", kNames) == "; did you mean \"chapters\"?");
}

TEST_CASE("nothing is suggested for what is no name misspelt") {
  CHECK(did_you_mean("", kNames).empty());
  CHECK(did_you_mean("vx", kNames).empty());
  CHECK(did_you_mean("v", kNames).empty());
  CHECK(did_you_mean("-", kNames).empty());
  CHECK(did_you_mean("episode", kNames).empty());
  CHECK(did_you_mean("check", {}).empty());
}
