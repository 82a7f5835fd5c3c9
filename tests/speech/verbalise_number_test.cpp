#include "speech/english/verbalise_number.h"

#include <rapidcheck.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "speech/english/number_words.h"
#include "support/said.h"

using cmos::verbalise_number;

namespace {

using Lines = std::vector<std::string>;

struct NumberReading {
  std::string written;
  Lines said;  // Some of the ways.
};

bool has(const Lines& lines, const std::string& line) {
  return std::ranges::find(lines, line) != lines.end();
}

// What ICU makes of a number in American English: "one hundred twenty-three".
std::string spelled_by_icu(std::int64_t value, const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale::getUS(), status);
  icu::UnicodeString spelled;
  icu::FieldPosition ignored;
  format.format(value, icu::UnicodeString(rules), spelled, ignored, status);
  if (U_FAILURE(status)) return "ICU failed";
  std::string text;
  spelled.toUTF8String(text);
  std::ranges::replace(text, '-', ' ');
  return text;
}

// Each is read whole, in all of these ways.
void check_readings(const std::vector<NumberReading>& table) {
  for (const auto& [written, said] : table) {
    const auto number = verbalise_number(written);
    REQUIRE(number);
    CHECK(number->length == written.size());
    for (const auto& reading : said) {
      INFO(written << ": " << reading);
      CHECK(has(as_lines(number->forms), reading));
    }
  }
}

}  // namespace

TEST_CASE("numbers are read in the ways people say them") {
  const std::vector<NumberReading> table = {
      {"0", {"zero", "oh"}},
      {"7", {"seven"}},
      {"05", {"oh five", "zero five", "five"}},
      {"100", {"one hundred", "a hundred", "one oh oh", "one zero zero"}},
      {"360", {"three hundred sixty", "three hundred and sixty", "three sixty", "three six oh"}},
      {"8080", {"eighty eighty", "eight thousand eighty", "eight oh eight oh"}},
      {"1,100", {"one thousand one hundred", "eleven hundred", "a thousand one hundred"}},
      {"1150", {"eleven hundred fifty", "eleven hundred and fifty", "eleven fifty"}},
      {"50,000", {"fifty thousand"}},
      {"1,000,005", {"one million five", "one million and five", "a million and five"}},
      {"90210", {"nine oh two one oh", "ninety thousand two hundred ten"}},
      {"007", {"oh oh seven", "zero zero seven"}},
      {"2016", {"twenty sixteen", "two thousand sixteen", "two thousand and sixteen"}},
      {"1985", {"nineteen eighty five"}},
      {"1905", {"nineteen oh five"}},
      {"1900", {"nineteen hundred"}},
      {"2004", {"two thousand four", "two thousand and four", "twenty oh four"}},
      {"1990s", {"nineteen ninety 's"}},
      {"1990's", {"nineteen ninety 's"}},
      {"90s", {"ninety 's", "ninety seconds"}},
      {"2000s", {"two thousand 's"}},
      {"1st", {"first"}},
      {"2nd", {"second"}},
      {"21st", {"twenty first"}},
      {"100th", {"one hundredth", "a hundredth"}},
      {"105th", {"one hundred fifth", "one hundred and fifth"}},
  };
  check_readings(table);
}

TEST_CASE("decimals, versions, fractions and times are read in all ways") {
  const std::vector<NumberReading> table = {
      {"5.24",
       {"five point two four", "five point twenty four", "five twenty four", "five dot two four",
        "five dot twenty four"}},
      {"5.10", {"five ten", "five point one oh", "five point one zero", "five point ten"}},
      {"1.0", {"one point zero", "one point oh", "one oh", "one dot oh"}},
      {"0.5", {"zero point five", "point five", "oh point five"}},
      {".5", {"point five", "zero point five"}},
      {"5.006", {"five point oh oh six", "five point zero zero six"}},
      {"3.6.1", {"three point six point one", "three dot six dot one", "three six one"}},
      {"127.0.0.1",
       {"one twenty seven dot oh dot oh dot one", "one two seven point oh point oh point one",
        "one hundred twenty seven point zero point zero point one"}},
      {"1/2", {"one half", "a half", "one slash two"}},
      {"3/4", {"three quarter 's", "three fourth 's", "three over four"}},
      {"9/10", {"nine out of ten", "nine tenth 's", "nine ten"}},
      {"9/11", {"nine eleven"}},
      {"24/7", {"twenty four seven"}},
      {"5:42", {"five forty two"}},
      {"5:05", {"five oh five"}},
      {"5:00", {"five", "five o'clock"}},
      {"21:00", {"twenty one hundred"}},
      {"5:30pm", {"five thirty p. m."}},
      {"8am", {"eight a. m."}},
      {"1:05:30", {"one oh five thirty"}},
  };
  check_readings(table);
}

TEST_CASE("money and units are read with their names") {
  const std::vector<NumberReading> table = {
      {"$5", {"five dollars", "five dollar", "five"}},
      {"$1,100", {"eleven hundred dollars", "one thousand one hundred dollars"}},
      {"€3.50", {"three euros fifty", "three fifty", "three euros and fifty cents"}},
      {"3.50€", {"three euros fifty"}},
      {"£3.99", {"three pounds ninety nine", "three pounds ninety nine p."}},
      {"£10k", {"ten thousand pounds", "ten k."}},
      {"$1.5M", {"one point five million dollars", "one point five million"}},
      {"¥500", {"five hundred yen"}},
      {"$5.00", {"five dollars"}},
      {"70%", {"seventy percent"}},
      {"99.9%", {"ninety nine point nine percent"}},
      {"5GB", {"five gigabytes", "five gigs", "five g. b."}},
      {"32KB", {"thirty two kilobytes", "thirty two k."}},
      {"10ms", {"ten milliseconds"}},
      {"3x", {"three times", "three x."}},
      {"10k", {"ten k.", "ten thousand"}},
      {"5M", {"five million", "five meters"}},
      {"20°C", {"twenty degrees celsius", "twenty degrees"}},
      {"60fps", {"sixty frames per second"}},
  };
  check_readings(table);
}

TEST_CASE("a number ends where something else starts") {
  CHECK(verbalise_number("3D").value().length == 1);
  CHECK(verbalise_number("5,").value().length == 1);
  CHECK(verbalise_number("1,23").value().length == 1);
  CHECK(verbalise_number("5.").value().length == 1);
  CHECK(verbalise_number("15-16").value().length == 2);
  CHECK(verbalise_number("1/2/2016").value().length == 1);
  CHECK(verbalise_number("5:4").value().length == 1);
  CHECK(verbalise_number("1st-class").value().length == 3);
}

TEST_CASE("what does not start with a number is none") {
  for (const auto* text : {"", "a", "$", "$x", ".", ".x", "-5", "%", "°"}) {
    CHECK_FALSE(verbalise_number(text));
  }
}

TEST_CASE("whole numbers and ordinals are spelled as ICU spells them") {
  CHECK(rc::check([] {
    const auto size = *rc::gen::inRange(1, 15);
    std::int64_t limit = 1;
    for (int i = 0; i < size; ++i) limit *= 10;
    const auto value = *rc::gen::inRange<std::int64_t>(0, limit);
    const auto digits = std::to_string(value);
    RC_ASSERT(
        has(as_lines(cmos::whole_number(digits)), spelled_by_icu(value, "%spellout-cardinal")));
    RC_ASSERT(has(as_lines(cmos::ordinal(digits)), spelled_by_icu(value, "%spellout-ordinal")));
  }));
}

TEST_CASE("the longest number has a bounded number of readings") {
  const std::string digits(1000, '9');
  const auto number = verbalise_number(digits);
  REQUIRE(number);
  CHECK(number->forms.size() == 1);
  CHECK(number->forms.at(0).size() == digits.size());
}
