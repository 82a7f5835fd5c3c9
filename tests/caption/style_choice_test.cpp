#include "cmos/style_choice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using cmos::choose_style;
using cmos::find_style;
using cmos::merged;
using cmos::StyleChange;
using cmos::StyleChoice;
using cmos::Time;

namespace {

StyleChange change(std::string_view name, int value) {
  const auto numbers = cmos::style_numbers();
  const auto number = std::ranges::find(numbers, name, &cmos::StyleNumber::name);
  REQUIRE(number != numbers.end());
  return {&*number, value};
}

}  // namespace

TEST_CASE("a style is netflix until somebody names another one") {
  CHECK(choose_style({})->name == "netflix");
  CHECK(choose_style({find_style("bbc"), {}})->name == "bbc");
  CHECK(choose_style(merged({find_style("bbc"), {}}, {find_style("podcast"), {}}))->name ==
        "podcast");
}

TEST_CASE("scripts of full-width characters have shorter lines, unless a width is asked for") {
  CHECK(choose_style({}, "ja")->width == 13);
  CHECK(choose_style({find_style("podcast"), {}}, "zh-Hant-TW")->width == 16);
  CHECK(choose_style({}, "ko")->speed == 12);
  CHECK(choose_style({}, "de")->width == 42);
  CHECK(choose_style({nullptr, {change("width", 20)}}, "ja")->width == 20);
}

TEST_CASE("what is asked for wins over the configuration, number by number") {
  const StyleChoice configured{find_style("bbc"), {change("width", 30), change("speed", 15)}};
  const auto style = choose_style(merged(configured, {nullptr, {change("width", 33)}}));
  REQUIRE(style);
  CHECK(style->name == "bbc");
  CHECK(style->width == 33);
  CHECK(style->speed == 15);
  CHECK(style->smallest_pause == find_style("bbc")->smallest_pause);
}

TEST_CASE("every number changes what it is named after") {
  StyleChoice asked;
  int value = 500;
  for (const auto& number : cmos::style_numbers()) {
    asked.changes.push_back({&number, std::clamp(++value, number.smallest, number.largest)});
  }
  asked.changes.push_back(change("longest", 1234));
  const auto style = choose_style(asked);
  REQUIRE(style);
  CHECK(style->lines == 2);
  CHECK(style->width == 200);
  CHECK(style->speed == 100);
  CHECK(style->shortest == Time(504));
  CHECK(style->shortest_a_word == Time(505));
  CHECK(style->longest == Time(1234));
  CHECK(style->smallest_gap == Time(507));
  CHECK(style->smallest_pause == Time(508));
  CHECK(style->lead == Time(509));
  CHECK(style->linger == Time(510));
  CHECK(style->lag == Time(511));
}

TEST_CASE("numbers that contradict each other are refused") {
  const auto shorter = choose_style({nullptr, {change("shortest", 8000)}});
  REQUIRE_FALSE(shorter);
  CHECK(shorter.error().message == "shortest (8000 ms) is more than longest (7000 ms)");
  CHECK_FALSE(choose_style({nullptr, {change("smallest_pause", 50)}}));
}

TEST_CASE("the rows of the table keep to the limits of their numbers") {
  for (const auto& style : cmos::kStyles) CHECK(choose_style({&style, {}}));
}
