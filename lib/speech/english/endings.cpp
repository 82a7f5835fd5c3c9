#include "speech/english/endings.h"

#include <algorithm>
#include <initializer_list>

namespace cmos {

namespace {

bool is_any_of(std::string_view phone, std::initializer_list<std::string_view> phones) {
  return std::ranges::find(phones, phone) != phones.end();
}

// The ending of plurals and possessives, and the short "is".
Phones say_s(std::string_view after) {
  if (is_any_of(after, {"S", "Z", "SH", "ZH", "CH", "JH"})) return {"IH", "Z"};
  return {is_any_of(after, {"P", "T", "K", "F", "TH"}) ? "S" : "Z"};
}

}  // namespace

std::vector<Phones> say_ending(std::string_view item, std::string_view after) {
  if (item == "'s") return {say_s(after)};
  if (item == "'d" && is_any_of(after, {"T", "D"})) return {{"IH", "D"}};
  if (item == "'d") return {{"D"}, {"AH", "D"}};
  if (item == "'ll") return {{"AH", "L"}, {"L"}};
  if (item == "'ve") return {{"V"}, {"AH", "V"}};
  if (item == "'re") return {{"ER"}, {"R"}};
  if (item == "'m") return {{"M"}, {"AH", "M"}};
  if (item == "n't") return {{"AH", "N", "T"}, {"AH", "N"}};
  return {};
}

}  // namespace cmos
