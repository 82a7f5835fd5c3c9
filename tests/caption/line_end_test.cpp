#include "caption/line_end.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "caption/costs.h"
#include "support/at_bar.h"

using cmos::LineEnd;

namespace {

// The line end at the bar in "a book | about Perl".
LineEnd at_bar(const std::string& text, std::string_view language = "en") {
  const auto [words, last] = read_at_bar(text, language);
  return cmos::classify_line_end(words, last);
}

struct Example {
  LineEnd end;
  std::vector<std::string> texts;
};

const std::vector<Example> kExamples = {
    {LineEnd::sentence_end,
     {"Yes. | No", "really? | I", "“Go!” | he", "(so.) | And", "so... | Then",
      "\u597D\u3002 | \u6211", "\u0634\u0643\u0631\u061F | \u0646\u0639\u0645"}},
    {LineEnd::clause_end,
     {"well, | yes", "this: | that", "the, | book", "etc. | and", "so... | then",
      "word \u2014 | and", "(aside) | and", "\u597D\uFF0C | \u6211"}},
    {LineEnd::before_opener, {"called | “Perl", "framework | (free"}},
    {LineEnd::before_conjunction, {"Perl | and", "works | because", "ask | if"}},
    {LineEnd::before_relative, {"people | who", "say | that", "know | how to"}},
    {LineEnd::before_preposition, {"work | for money", "book | about Perl"}},
    {LineEnd::between_words,
     {"people who use Perl | code", "write | code", "get | a better service", "end | of",
      "e.g. | Perl", "there are | some strong opinions", "we have | a house", "this is | my house",
      "pick up | the news", "let him down | the stairs", "you could figure out | a way"}},
    {LineEnd::after_leading_word,
     {"he was really | tired", "you get | involved", "very | good", "so then | I learned",
      "literally | push", "even | if", "the middle of last | year", "many of the other | projects",
      "active off | and on", "more | or less", "it kind of | works"}},
    {LineEnd::inside_noun_phrase,
     {"my first active | contribution", "a big | shop", "of lightning | stuff"}},
    {LineEnd::before_particle,
     {"give | up", "came | back", "to talk | about and", "work | with.", "sort | of",
      "in terms | of", "rather | than that", "more | than a book", "one | of my friends",
      "none | of this", "captions let them | in at noon", "came | over from France",
      "you are going | to be", "the one we used | to use", "we want | to go"}},
    {LineEnd::before_object_pronoun,
     {"told | him", "taught | myself", "stopped doing | that, all", "we made | it.",
      "she writes | it on paper", "they showed | you the way"}},
    {LineEnd::after_determiner,
     {"my | book", "these | books", "Gabor's | show", "every | day", "some | of it",
      "those | who said", "no | industry"}},
    {LineEnd::after_article, {"the | book", "an | error", "A | book"}},
    {LineEnd::after_preposition,
     {"of | Perl", "to | go", "over | the years", "into | it", "a new kind of | shop",
      "up | the hill", "and down | the stairs"}},
    {LineEnd::after_conjunction, {"and | then", "because | he", "that | he", "who | said"}},
    {LineEnd::after_auxiliary,
     {"have | done", "don't | know", "it's | good", "you\u2019re | right", "not | going",
      "we have | to go", "they are | coming", "Well, is | the house", "what is | the answer",
      "there's | a house"}},
    {LineEnd::after_subject_pronoun,
     {"I | think", "he | said", "you | know", "it | works", "this | is"}},
    {LineEnd::inside_name,
     {"Gabor | Szabo", "Talk | Python", "Dr. | Who", "J. | Smith", "Mr. | X"}},
    {LineEnd::inside_number,
     {"5 | years", "twenty | people", "Perl | 5", "5 | and 6", "six | or seven", "80 | - 90",
      "80 - | 90", "number | one", "version | 5.24", "the late | 90s sort of",
      "code for plugin | 2 was", "use plugin | 2."}},
    {LineEnd::after_opener, {"said \u201C | Yes", "( | so", "“the | book", "was “Yes, | we do”"}},
};

}  // namespace

TEST_CASE("line ends are told apart as the guidelines name them") {
  for (const auto& example : kExamples) {
    for (const auto& text : example.texts) {
      CAPTURE(text);
      CHECK(std::string(cmos::cost_of(at_bar(text)).name) == cmos::cost_of(example.end).name);
    }
  }
}

TEST_CASE("a pronoun that is no subject may end a line") {
  CHECK(at_bar("I told you | about it") == LineEnd::before_preposition);
  CHECK(at_bar("he and I | in turn") == LineEnd::before_preposition);
}

TEST_CASE("a determiner that stands alone may end a line") {
  CHECK(at_bar("have these | in the house") == LineEnd::before_preposition);
  CHECK(at_bar("say all | when they come") == LineEnd::before_conjunction);
  CHECK(at_bar("have my | in the house") == LineEnd::after_determiner);
  CHECK(at_bar("et lire ce | que des personnes", "fr") == LineEnd::after_determiner);
}

TEST_CASE("be and have may end a line where they are no auxiliaries") {
  CHECK(at_bar("it was | in the house") == LineEnd::before_preposition);
  CHECK(at_bar("there are | forces at work") == LineEnd::between_words);
  CHECK(at_bar("there have | been forces at work") == LineEnd::after_auxiliary);
}

TEST_CASE("a particle may end a line before what follows its verb") {
  CHECK(at_bar("hanging out | on the beach") == LineEnd::before_preposition);
}

TEST_CASE("a preposition that nothing follows may end a line") {
  CHECK(at_bar("what you need it to | and it stays") == LineEnd::before_conjunction);
  CHECK(at_bar("we have not talked about | that you like") == LineEnd::before_relative);
  CHECK(at_bar("not talked | about that you like") == LineEnd::before_particle);
  CHECK(at_bar("we have not talked about | that book") == LineEnd::after_preposition);
  CHECK(at_bar("drew me to Dancer over | so many projects") == LineEnd::after_preposition);
  CHECK(at_bar("to think | about how to promote it") == LineEnd::before_preposition);
  CHECK(at_bar("to think about | how to promote it") == LineEnd::after_preposition);
}

TEST_CASE("a preposition before another one goes with its verb, but for one that estimates") {
  CHECK(at_bar("captions let them in | at noon") == LineEnd::before_preposition);
  CHECK(at_bar("it is done in | about five minutes") == LineEnd::after_preposition);
}

TEST_CASE("what follows a verb and may be a subject is one") {
  CHECK(at_bar("we know | it works") != LineEnd::before_object_pronoun);
  CHECK(at_bar("things | that in the end") == LineEnd::before_relative);
}

TEST_CASE("a noun phrase does not go on over punctuation") {
  CHECK(at_bar("in the new end people | wrote") == LineEnd::inside_noun_phrase);
  CHECK(at_bar("in the new end, people | wrote") == LineEnd::between_words);
  CHECK(at_bar("it was the end. People | wrote") == LineEnd::between_words);
}

TEST_CASE("each language has its own words that a line does not end with") {
  const std::vector<std::pair<std::string, std::vector<Example>>> languages = {
      {"de",
       {{LineEnd::after_article, {"in der | Stadt", "ein | Haus"}},
        {LineEnd::after_preposition, {"mit | Freude", "zum | Bahnhof"}},
        {LineEnd::after_auxiliary, {"habe | gesehen", "nicht | gut"}},
        {LineEnd::after_subject_pronoun, {"wenn ich | komme"}},
        {LineEnd::before_conjunction, {"kommt | und geht"}},
        {LineEnd::before_relative, {"gesagt | dass er"}}}},
      {"fr",
       {{LineEnd::after_article, {"dans la | ville", "au | marché"}},
        {LineEnd::after_subject_pronoun, {"si je | viens", "qu'on | sait"}},
        {LineEnd::after_leading_word, {"cela me | plaît"}},
        {LineEnd::before_preposition, {"parler | dans deux jours"}}}},
      {"es",
       {{LineEnd::after_article, {"en el | campo"}},
        {LineEnd::after_preposition, {"vino con | amigos"}},
        {LineEnd::after_auxiliary, {"ya no | vino", "ha | visto"}}}},
      {"it",
       {{LineEnd::after_article, {"nella | casa"}}, {LineEnd::after_auxiliary, {"ho | visto"}}}},
      {"pt", {{LineEnd::after_article, {"na | casa"}}, {LineEnd::after_auxiliary, {"não | vi"}}}},
      {"nl",
       {{LineEnd::after_article, {"in het | huis"}}, {LineEnd::after_auxiliary, {"heb | gezien"}}}},
      {"pl",
       {{LineEnd::after_preposition, {"jest w | domu"}},
        {LineEnd::after_auxiliary, {"nie | wiem"}}}},
      {"cs",
       {{LineEnd::after_preposition, {"bydlí v | Praze"}},
        {LineEnd::after_conjunction, {"otec a | syn"}}}},
      {"ru",
       {{LineEnd::after_preposition, {"жил в | городе"}},
        {LineEnd::after_auxiliary, {"он не | знал"}}}},
      {"hu",
       {{LineEnd::after_article, {"látta a | házat"}},
        {LineEnd::after_auxiliary, {"ez nem | jó"}}}},
      {"sv",
       {{LineEnd::after_preposition, {"bor i | stan"}},
        {LineEnd::after_auxiliary, {"jag har | sett"}}}},
  };
  for (const auto& [language, examples] : languages) {
    for (const auto& example : examples) {
      for (const auto& text : example.texts) {
        CAPTURE(language, text);
        CHECK(std::string(cmos::cost_of(at_bar(text, language)).name) ==
              cmos::cost_of(example.end).name);
      }
    }
  }
}

TEST_CASE("English grammar is not read into other languages") {
  CHECK(at_bar("Kirche | besuchten", "xx") == LineEnd::between_words);
  CHECK(at_bar("an, | die", "xx") == LineEnd::clause_end);
}

TEST_CASE("in a language without words short ones are taken for function words") {
  CHECK(at_bar("Menschen | in der", "xx") == LineEnd::before_short_word);
  CHECK(at_bar("Menschen in | der", "xx") == LineEnd::between_short_words);
  CHECK(at_bar("in der | Kirche", "xx") == LineEnd::after_short_word);
  CHECK(at_bar("Menschen | in der") != LineEnd::before_short_word);
}

TEST_CASE("the five kinds of line end that figures count are bad, and no other") {
  int bad = 0;
  for (const auto& cost : cmos::kLineEndCosts) bad += cmos::is_bad(cost.end) ? 1 : 0;
  CHECK(bad == 5);
}
