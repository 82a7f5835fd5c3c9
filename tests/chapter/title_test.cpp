#include "chapter/title.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "base/unicode.h"
#include "support/spoken_episode.h"

namespace {

// The title of what is said, amid other speech that shares its everyday words.
cmos::ChapterTitle title(std::string_view said, const std::string& language = "en") {
  SpokenEpisode spoken;
  spoken.episode.language = language;
  std::string chatter;
  for (int i = 0; i < 40; ++i) {
    chatter += "So I think that you know it is what we do, and how they are there with it. ";
  }
  spoken.turn("Ann", said).turn("Bob", chatter);
  const cmos::Vocabulary vocabulary(spoken.episode);
  return title_of_turn(spoken.episode, spoken.episode.turns[0], vocabulary);
}

}  // namespace

TEST_CASE("a question becomes the title, without what people say in front of it") {
  CHECK(title("Okay, so how did you get into Python?").text == "How did you get into Python?");
  CHECK(title("That's great but, um, and where do you work now?").text == "Where do you work now?");
  CHECK(title("Yeah, I understand. I wanted to ask you, what does Scrapy do?").text ==
        "What does Scrapy do?");
  CHECK(title("how long did it take?").is_question);
}

TEST_CASE("a question wins over statements, and the first one over those that explain it") {
  CHECK(
      title("I use Perl at work every single day. What do you use for parsers? I like it.").text ==
      "What do you use for parsers?");
  CHECK(
      title("So when you travel, what do you do? Do you meet programmers? Or is it hiking?").text ==
      "When you travel, what do you do?");
  CHECK(title("Right? How do the crawlers know the language?").text ==
        "How do the crawlers know the language?");
}

TEST_CASE("without a question what is said is the title, without its full stop") {
  const auto statement = title("Okay, so let's go forward to Restive.");
  CHECK(statement.text == "Let's go forward to Restive");
  CHECK_FALSE(statement.is_question);
  CHECK(title("I wanted to talk a little bit more about your background and programming.").text ==
        "Your background and programming");
}

TEST_CASE("a question inside a long sentence is found") {
  CHECK(title("Just to other people who are listening or watching, we know each other from the "
              "Perl community, from various conferences, but never had a real interview, so please "
              "tell me, how did you get into computers and programming?")
            .text == "How did you get into computers and programming?");
}

TEST_CASE("false starts and loose ends are left out") {
  CHECK(title("How much, how language-dependent are these tools?").text ==
        "How language-dependent are these tools?");
  CHECK(title("Do you have...do you expect people to contribute?").text ==
        "Do you expect people to contribute?");
  CHECK(title("So did you get a job in web programming, or...?").text ==
        "Did you get a job in web programming?");
}

TEST_CASE("a long title is cut at a word, in front of what explains it") {
  const auto cut = title(
      "Do you have any other things to add that we have not talked about that you would like to "
      "tell the listeners?");
  CHECK(cut.text == "Do you have any other things to add that we have not talked about…");
  const auto plain = title("What " + std::string(80, 'x') + " " + std::string(80, 'y') + "?");
  CHECK(plain.text == "What…");
  const auto one_word = title(std::string(300, 'x'));
  CHECK(cmos::count_graphemes(one_word.text) == cmos::kMaxTitle + 1);
}

TEST_CASE("half of a quotation loses its mark, a whole one keeps both") {
  CHECK(title("What does \u201Cfree beer\u201D mean in licences?").text ==
        "What does \u201Cfree beer\u201D mean in licences?");
  CHECK(title("He said, \u201CStop now. How does the parser work?\u201D").text ==
        "How does the parser work?");
}

TEST_CASE("titles begin with a capital letter in every script that has them") {
  CHECK(title("élan and éclat are words, élan.", "fr").text.starts_with("É"));
  CHECK(title("ẹ káàbọ̀ sí ètò wa?", "yo").text == "Ẹ káàbọ̀ sí ètò wa?");
  CHECK(title("איך התחלת לתכנת?", "he").text == "איך התחלת לתכנת?");
  CHECK(title("あなたは何をしますか？", "ja").is_question);
}

TEST_CASE("English words in front stay in other languages") {
  CHECK(title("So hat es angefangen, und wie?", "de").text == "So hat es angefangen, und wie?");
}

TEST_CASE("a turn of notes alone has no title") {
  SpokenEpisode spoken;
  spoken.turn("Ann", "[laughs]").turn("Bob", "Yes.");
  spoken.episode.words[0].is_note = true;
  const cmos::Vocabulary vocabulary(spoken.episode);
  CHECK(title_of_turn(spoken.episode, spoken.episode.turns[0], vocabulary).text.empty());
}
