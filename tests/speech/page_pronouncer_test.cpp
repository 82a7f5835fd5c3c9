#include "speech/page_pronouncer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/said.h"
#include "voices.h"

namespace {

using Phrase = std::vector<std::string_view>;

// Whether the last word can be said so.
bool ends_in(const cmos::Lexicon& lexicon, const std::string& language, const Phrase& phrase,
             const std::string& phones) {
  const auto ways = as_lines(cmos::PagePronouncer(lexicon, language).pronounce(phrase).back());
  return std::ranges::find(ways, phones) != ways.end();
}

}  // namespace

TEST_CASE("a German quotation in an English page may be said in German, and in English") {
  if (!voices::is_installed()) return;
  const Phrase quotation{"said", "“das", "ist", "nicht", "mein", "Haus”"};
  CHECK(ends_in(voices::english(), "en", quotation, "HH AW S"));
  const Phrase other{"said", "das", "ist", "nicht", "ein", "Tier"};
  CHECK(ends_in(voices::english(), "en", other, "T IY R"));
  CHECK(ends_in(voices::english(), "en", other,
                as_lines(voices::english().pronounce("Tier")).front()));
  CHECK_FALSE(ends_in(voices::english(), "en", {"my", "Chien"}, "SH Y EH N"));
}

TEST_CASE("a name in letters of another language may be said in that") {
  if (!voices::is_installed()) return;
  CHECK(ends_in(voices::reading("fr"), "fr", {"avec", "Schröder"}, "SH R ER D ER"));
}

TEST_CASE("an English name in a German page may be said in English") {
  if (!voices::is_installed()) return;
  CHECK(ends_in(voices::reading("de"), "de", {"mit", "George"}, "JH AO R JH"));
}

TEST_CASE("a page's own pronunciation stands in a quotation, too") {
  if (!voices::is_installed()) return;
  const auto lexicon = voices::english().with({{"haus", {{"K"}}}});
  const auto ways =
      cmos::PagePronouncer(lexicon, "en").pronounce(Phrase{"das", "ist", "nicht", "mein", "Haus"});
  CHECK(as_lines(ways.back()) == std::vector<std::string>{"K"});
}
