#include "speech/english/letter_to_sound.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>

#include "support/said.h"

using cmos::arpabet;
using cmos::letters_to_sound;

TEST_CASE("letters sound as an English reader would say them") {
  CHECK(as_line(letters_to_sound("grepping")) == "G R EH P IH NG");
  CHECK(as_line(letters_to_sound("podcasts")) == "P AA D K AE S T S");
  CHECK(as_line(letters_to_sound("yoruba")) == "Y AO R UW B AH");
}

TEST_CASE("other characters than letters are left out") {
  CHECK(letters_to_sound("").empty());
  CHECK(letters_to_sound("'-5\xC3\xA9 ABC").empty());
  CHECK(letters_to_sound("gr-ep") == letters_to_sound("grep"));
}

TEST_CASE("the longest word has a bounded sound") {
  const std::string letters(1'000'000, 'z');
  CHECK(letters_to_sound(letters) == letters_to_sound(letters.substr(0, 64)));
}

TEST_CASE("any letters give only phones of the model") {
  CHECK(rc::check([](const std::string& noise) {
    const auto word =
        *rc::gen::container<std::string>(rc::gen::inRange('a', static_cast<char>('z' + 1)));
    for (const auto& phone : letters_to_sound(word + noise)) RC_ASSERT(arpabet().contains(phone));
  }));
}
