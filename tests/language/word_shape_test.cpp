#include "language/word_shape.h"

#include <catch2/catch.hpp>

using cmos::find_language;
using cmos::SentenceEnd;
using cmos::WordShape;

namespace {

WordShape shape(std::string_view word, std::string_view language = "en") {
  return cmos::shape_of(word, find_language(language));
}

SentenceEnd end(std::string_view word, std::string_view next, std::string_view language = "en") {
  return cmos::sentence_end(shape(word, language), shape(next, language));
}

}  // namespace

TEST_CASE("a word's form tells punctuation, capitals and digits") {
  CHECK(shape("“Perl").opens);
  CHECK(shape("“Perl").capital);
  CHECK(shape("so\u201D").closes);
  CHECK_FALSE(shape("(").closes);
  CHECK(shape("$5").digits);
  CHECK(shape("J.").initial);
  CHECK(shape("plus", "xx").short_word);
  CHECK_FALSE(shape("moins", "xx").short_word);
  CHECK_FALSE(shape("plus").short_word);
  CHECK(shape("perl,").divides);
  CHECK(shape("perl —").divides);
  CHECK_FALSE(shape("pre-").divides);
  CHECK(shape("so--").divides);
  CHECK(shape("(so)").ends_clause);
  CHECK_FALSE(shape("(so)").divides);
  CHECK(shape("so…").ellipsis);
  CHECK_FALSE(shape("so.").ellipsis);
}

TEST_CASE("a sentence ends with its script's punctuation") {
  CHECK(shape("τι;").ends_sentence);
  CHECK(shape("τι\u037E").ends_sentence);
  CHECK(shape("(τι;)").ends_sentence);
  CHECK_FALSE(shape("what;").ends_sentence);
  CHECK(shape("what;").divides);
  CHECK(shape("好。", "zh").ends_sentence);
  CHECK(shape("कहा।", "hi").ends_sentence);
}

TEST_CASE("the capital of a pronoun that always has one tells nothing") {
  CHECK_FALSE(shape("I").capital);
  CHECK_FALSE(shape("“I’m").capital);
  CHECK(shape("Ian").capital);
  CHECK(shape("I", "pl").capital);
}

TEST_CASE("classes are those of the language") {
  CHECK(shape("“The").is.article);
  CHECK(shape("don’t,").is.auxiliary);
  CHECK(shape("Gabor's").is.determiner);
  CHECK_FALSE(shape("it's").is.determiner);
  CHECK_FALSE(shape("The", "de").is.article);
}

TEST_CASE("what closes a word is taken off, in any script") {
  CHECK(cmos::without_closers("so.”)") == "so.");
  CHECK(cmos::without_closers("„so“") == "„so");
  CHECK(cmos::without_closers("だ。」") == "だ。");
  CHECK(cmos::without_closers("”").empty());
  CHECK(cmos::without_closers("").empty());
}

TEST_CASE("whether a sentence ends is told by its mark and the next word") {
  for (const auto* word : {"so", "so,", "so—", "so:", ""})
    CHECK(end(word, "Then") == SentenceEnd::no);
  for (const auto* word : {"so.", "so?", "so!", "so.”", "(so.)", "so...", "so…", "だ。"}) {
    CAPTURE(word);
    CHECK(end(word, "Then") == SentenceEnd::yes);
  }
  CHECK(end("so.", "") == SentenceEnd::yes);
  CHECK(end("so.", "I") == SentenceEnd::yes);
  CHECK(end("“Go!”", "he") == SentenceEnd::yes);
  CHECK(end("so.", "then") == SentenceEnd::goes_on);
  CHECK(end("so…", "“then") == SentenceEnd::goes_on);
  CHECK(end("so...", "I") == SentenceEnd::broken_off);
  CHECK(end("so...", "5") == SentenceEnd::broken_off);
}

TEST_CASE("the full stop of an abbreviation ends no sentence, that of a name may") {
  CHECK(end("e.g.", "Perl") == SentenceEnd::abbreviation);
  CHECK(end("e.g.", "perl") == SentenceEnd::abbreviation);
  CHECK(end("Dr.", "Who") == SentenceEnd::in_name);
  CHECK(end("J.", "Smith") == SentenceEnd::in_name);
  CHECK(end("Dr.", "who") == SentenceEnd::goes_on);
  CHECK(end("e.g.", "Perl", "de") == SentenceEnd::yes);
}
