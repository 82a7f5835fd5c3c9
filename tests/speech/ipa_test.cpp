#include "speech/ipa.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/said.h"

using cmos::ipa_to_phones;

namespace {

using Lines = std::vector<std::string>;

Lines nearest(const std::string& ipa) {
  return as_lines(ipa_to_phones(ipa, 4));
}

}  // namespace

TEST_CASE("each sound becomes the nearest of the model's") {
  CHECK(nearest("ˈliːbə") == Lines{"L IY B AH"});
  CHECK(nearest("ts_ˈʊ_ɡ") == Lines{"T S UH G"});
  CHECK(nearest("tʃɛɕt͡ɕ") == Lines{"CH EH SH CH"});
  CHECK(nearest("xlʲeb") == Lines{"HH L EH B"});
  CHECK(nearest("ɲɛmʎi") == Lines{"N Y EH M L Y IY"});
  CHECK(nearest("ʔuʔ") == Lines{"UW"});
  CHECK(nearest("ni3_h_ˈʉ5") == Lines{"N IY HH UW"});
}

TEST_CASE("where two are as near both are there, the likelier first") {
  CHECK(nearest("bo") == Lines{"B OW", "B AO"});
  CHECK(nearest("ɾuɾu") == Lines{"R UW R UW", "R UW D UW", "D UW R UW", "D UW D UW"});
  CHECK(as_lines(ipa_to_phones("ɾuɾu", 1)) == Lines{"R UW R UW"});
}

TEST_CASE("a nasal vowel may have its nasal behind it, in either form of Unicode") {
  CHECK(nearest("bɛ\u0303") == Lines{"B EH N", "B EH"});
  CHECK(nearest("\u0129") == Lines{"IY N", "IY"});
  CHECK(nearest("ɲ\u0303i") == Lines{"N Y IY"});
}

TEST_CASE("a sound of two characters is no other form of one") {
  CHECK(nearest("ça") == nearest("c\u0327a"));
  CHECK(nearest("çi") == Lines{"HH IY"});
  CHECK(nearest("ci") == Lines{"T Y IY"});
}

TEST_CASE("what espeak-ng says of a change of language is no sound") {
  CHECK(nearest("(en)_t_ˈiː_m_(de)") == Lines{"T IY M"});
  CHECK(nearest("(tim") == Lines{"T IY M"});
}

TEST_CASE("without a sound there is no way to say it") {
  for (const auto* nothing : {"", " ", "_ _", "ˈːʔ", "5", "(en)"}) CHECK(nearest(nothing).empty());
}

TEST_CASE("any text has at most as many ways as asked for, each of the model's phones") {
  CHECK(rc::check([] {
    const auto sounds = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "o", "ɾ", "ʎ", "\u0303", "ː", "ʔ", "(", ")", "_", " ", "x", "é", "日", "ts", "5"));
    std::string text;
    for (const auto& sound : sounds) text += sound;
    const auto count = *rc::gen::inRange<std::size_t>(1, 9);
    const auto ways = ipa_to_phones(text, count);
    RC_ASSERT(ways.size() <= count);
    for (const auto& way : ways) {
      RC_ASSERT(!way.empty());
      RC_ASSERT(std::ranges::count(ways, way) == 1);
      for (const auto& phone : way) RC_ASSERT(cmos::arpabet().contains(phone));
    }
  }));
}
