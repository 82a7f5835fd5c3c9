#include "caption/line_end_traits.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "caption/costs.h"
#include "support/at_bar.h"

using cmos::LineEndTrait;

namespace {

// At the bar in "a book | about Perl".
bool has(LineEndTrait trait, const std::string& text, std::string_view language = "en") {
  const auto [words, last] = read_at_bar(text, language);
  return cmos::traits_of(words, last)[static_cast<std::size_t>(trait)];
}

// Which of kPieces the length that the trait tells of is in; kPieces.size(): in none.
std::size_t step_of(LineEndTrait trait, const std::string& text) {
  for (std::size_t step = 0; step < cmos::kPieces.size(); ++step) {
    if (has(cmos::step(trait, step), text)) return step;
  }
  return cmos::kPieces.size();
}

}  // namespace

TEST_CASE("adjectives, nouns and degrees describe the word behind them") {
  for (const auto* text :
       {"an important | thing", "with a great | framework to", "the screen | reader and",
        "this is very | useful", "a little | bit of it", "the offensive | things come out",
        "the most | famous one", "a hard | time using it", "had an existing | channel",
        "a much | better one", "a really | complex project", "an on-chain | balance",
        "with routing | fees are high", "of downstream | tasks,", "with multiple | Flutter widgets",
        "from the old | version to"}) {
    CAPTURE(text);
    CHECK(has(LineEndTrait::describes_next, text));
  }
  for (const auto* text : {"an important, | thing", "the important | electric cars",
                           "the answer | came to", "a nice | and small", "people | write it",
                           "between programmers | happen daily", "the code | works with it"}) {
    CAPTURE(text);
    CHECK_FALSE(has(LineEndTrait::describes_next, text));
  }
  CHECK_FALSE(has(LineEndTrait::describes_next, "die wichtige | Sache", "de"));
}

TEST_CASE("an adverb belongs to the verb around it") {
  for (const auto* text : {"they can still | come", "I just | want it", "would just | never do"}) {
    CAPTURE(text);
    CHECK(has(LineEndTrait::inside_verb, text));
  }
  CHECK_FALSE(has(LineEndTrait::inside_verb, "people just | want it"));
  CHECK_FALSE(has(LineEndTrait::inside_verb, "it is just | a house"));
}

TEST_CASE("words that no list has are open") {
  CHECK(has(LineEndTrait::between_open_words, "these people | write code"));
  CHECK(has(LineEndTrait::after_open_word, "these people | in town"));
  CHECK(has(LineEndTrait::after_open_word, "they have | a house"));
  CHECK_FALSE(has(LineEndTrait::after_open_word, "they have | gone"));
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
  CHECK(has(LineEndTrait::before_object, "stopped doing | that, all at once"));
  CHECK_FALSE(has(LineEndTrait::before_pronoun, "stopped doing | that, all at once"));
  CHECK_FALSE(has(LineEndTrait::before_auxiliary, "in the answer, | was"));
  CHECK_FALSE(has(LineEndTrait::before_auxiliary, "what | was short"));
}

TEST_CASE("participles are told from other open words") {
  CHECK(has(LineEndTrait::before_present_participle, "many people | using them"));
  CHECK(has(LineEndTrait::before_past_participle, "the number of images | required"));
  CHECK_FALSE(has(LineEndTrait::before_present_participle, "people | during that time"));
  CHECK_FALSE(has(LineEndTrait::before_present_participle, "the best | thing"));
  CHECK_FALSE(has(LineEndTrait::before_past_participle, "three | hundred"));
  CHECK_FALSE(has(LineEndTrait::before_past_participle, "at Google, | required"));
}

TEST_CASE("a relative word is told that a subject follows") {
  CHECK(has(LineEndTrait::before_clause, "the things | that you said"));
  CHECK(has(LineEndTrait::before_clause, "this is exactly | what he did"));
  CHECK_FALSE(has(LineEndTrait::before_clause, "the people | who said"));
  CHECK_FALSE(has(LineEndTrait::before_clause, "the people | who"));
}

TEST_CASE("at punctuation the pieces on both sides are measured in characters") {
  CHECK(step_of(LineEndTrait::piece_before, "In fact, | we left the old town") == 0);
  CHECK(step_of(LineEndTrait::piece_before, "We left. In fact, | we left the old town") == 0);
  CHECK(step_of(LineEndTrait::piece_before, "In the end, | we left") == 1);
  CHECK(step_of(LineEndTrait::piece_before, "When all of us were at the station, | we left") == 4);
  CHECK(step_of(LineEndTrait::piece_behind, "We left, | or did. And they stayed there") == 0);
  CHECK(step_of(LineEndTrait::piece_behind, "We left, | and they stayed") == 2);
  CHECK(step_of(LineEndTrait::since_pause, "In fact, | we left") == 4);
}

TEST_CASE("elsewhere the way to the pauses around is measured in characters") {
  CHECK(step_of(LineEndTrait::since_pause, "well, then | we left the town") == 0);
  CHECK(step_of(LineEndTrait::since_pause, "then we went | to the old town") == 1);
  CHECK(step_of(LineEndTrait::since_pause, "he said \u201CYes | and no\u201D to us") == 0);
  CHECK(step_of(LineEndTrait::until_pause, "we left the | town, and more") == 0);
  CHECK(step_of(LineEndTrait::until_pause, "we | left the town. And more") == 1);
  CHECK(step_of(LineEndTrait::until_pause, "we | left the town behind us for ever and a day") == 4);
  CHECK(step_of(LineEndTrait::piece_before, "then we went | to the old town") == 4);
}
