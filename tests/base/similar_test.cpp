#include "base/similar.h"

#include <catch2/catch.hpp>

using cmos::edit_distance;
using cmos::nearly_same;

TEST_CASE("the edit distance counts code points and exchanges of neighbours") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("abc", "", 3) == 3);
  CHECK(edit_distance("title", "titel", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 9) == 3);
  CHECK(edit_distance("G\u00E1bor", "Gabor", 3) == 1);
  CHECK(edit_distance("ADA", "ada", 3) == 0);
}

TEST_CASE("a distance over the limit is told as one more than it") {
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
}

TEST_CASE("words are nearly the same by one edit from 4 letters on, by two from 8 on") {
  CHECK(nearly_same("michael", "micheal"));
  CHECK(nearly_same("Szabgab", "szabgab"));
  CHECK(nearly_same("Gabor Szabo", "G\u00E1bor Szab\u00F3"));
  CHECK_FALSE(nearly_same("bob", "job"));
  CHECK_FALSE(nearly_same("michael", "mikael"));
  CHECK_FALSE(nearly_same("ada", "ada"));
}
