#include "language/english_years.h"

#include <catch2/catch.hpp>

TEST_CASE("numbers of the last and of this millennium are years, but for those said in full") {
  for (const auto year : {1100U, 1990U, 1999U, 2010U, 2099U}) CHECK(cmos::is_english_year(year));
  for (const auto number : {0U, 199U, 1099U, 2000U, 2009U, 2100U, 11000U}) {
    CAPTURE(number);
    CHECK_FALSE(cmos::is_english_year(number));
  }
}
