#include "base/web.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

namespace cmos {
namespace {

TEST_CASE("an escape of an address is the byte that it stands for") {
  CHECK(percent_decode("a%20b%c3%A9") == "a bé");
  CHECK(percent_decode("100%") == "100%");
  CHECK(percent_decode("%2") == "%2");
  CHECK(percent_decode("%zz%+1%-1") == "%zz%+1%-1");
  CHECK(percent_decode("x%00y") == "x%00y");
  CHECK(percent_decode("%2541") == "%41");
}

TEST_CASE("what was encoded for an address is decoded as it was") {
  rc::prop("any text without NUL", [](const std::string& text) {
    RC_PRE(text.find('\0') == std::string::npos);
    RC_ASSERT(percent_decode(percent_encode(text)) == text);
  });
}

}  // namespace
}  // namespace cmos
