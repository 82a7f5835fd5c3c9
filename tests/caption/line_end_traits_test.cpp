#include "caption/line_end_traits.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "language/word_shape.h"

using cmos::LineEndTrait;

namespace {

// At the bar in "a book | about Perl".
bool has(LineEndTrait trait, const std::string& text, std::string_view language = "en") {
  std::vector<cmos::WordShape> words;
  std::size_t last = 0;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    if (word == "|") {
      last = words.size() - 1;
    } else {
      words.push_back(cmos::shape_of(word, cmos::find_language(language)));
    }
  }
  return cmos::traits_of(words, last)[static_cast<std::size_t>(trait)];
}

}  // namespace

TEST_CASE("words that no list has are open") {
  CHECK(has(LineEndTrait::between_open_words, "these people | write code"));
  CHECK(has(LineEndTrait::after_open_word, "these people | in town"));
  CHECK(has(LineEndTrait::before_open_word, "these | people in town"));
  CHECK_FALSE(has(LineEndTrait::after_open_word, "these | people"));
  CHECK_FALSE(has(LineEndTrait::before_open_word, "people in | Berlin"));
  CHECK_FALSE(has(LineEndTrait::before_open_word, "people in | 1998"));
}

TEST_CASE("in a language without words none is open") {
  CHECK_FALSE(has(LineEndTrait::after_open_word, "Menschen | schreiben", "xx"));
  CHECK_FALSE(has(LineEndTrait::before_open_word, "Menschen | schreiben", "xx"));
}

TEST_CASE("what comes behind an open word is told apart") {
  CHECK(has(LineEndTrait::before_auxiliary, "the answer | was short"));
  CHECK(has(LineEndTrait::before_subject, "the day | we met"));
  CHECK(has(LineEndTrait::before_pronoun, "the things | you said"));
  CHECK(has(LineEndTrait::before_article, "found | the way"));
  CHECK(has(LineEndTrait::before_determiner, "found | my way"));
  CHECK(has(LineEndTrait::before_leading, "people | really did"));
  CHECK(has(LineEndTrait::before_object, "told | him"));
  CHECK_FALSE(has(LineEndTrait::before_auxiliary, "in the answer, | was"));
  CHECK_FALSE(has(LineEndTrait::before_auxiliary, "what | was short"));
}

TEST_CASE("how far the nearest pause is counts in words") {
  CHECK(has(LineEndTrait::one_after_pause, "well, then | we left the town"));
  CHECK(has(LineEndTrait::two_after_pause, "well, then we | left the town"));
  CHECK(has(LineEndTrait::three_after_pause, "well, then we left | the town"));
  CHECK(has(LineEndTrait::one_after_pause, "he said \u201Cyes | and no\u201D to us"));
  CHECK_FALSE(has(LineEndTrait::one_after_pause, "Well. Then | we left the town"));
  CHECK(has(LineEndTrait::one_before_pause, "we left the | town, and more"));
  CHECK(has(LineEndTrait::two_before_pause, "we left | the town"));
  CHECK(has(LineEndTrait::three_before_pause, "we | left the town. And more"));
}
