#include "caption/compose.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"
#include "cmos/style_choice.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::compose_captions;
using cmos::Cues;
using cmos::SpeakerLabels;

namespace {

// Every cue as "line / line".
std::vector<std::string> texts(const Cues& cues) {
  std::vector<std::string> result;
  for (const auto& cue : cues) {
    std::string text;
    for (const auto& line : cue.lines) text += (text.empty() ? "" : " / ") + line.text;
    result.push_back(text);
  }
  return result;
}

using Texts = std::vector<std::string>;

Cues compose(const SpokenEpisode& spoken, SpeakerLabels labels = SpeakerLabels::none,
             const char* style = "netflix") {
  return compose_captions(spoken.episode, spoken.alignment, {*cmos::find_style(style), labels});
}

}  // namespace

TEST_CASE("an episode without words has no captions") {
  CHECK(compose({}).empty());
}

TEST_CASE("sentences and clauses make the cues, and lines end where the sense does") {
  SpokenEpisode spoken;
  spoken.turn("Jan",
              "Anyways, I've been doing Perl and some C stuff for quite a long time. I used to do "
              "the development using Mason, back in the early 2000s and I really disliked how "
              "disorganized it was.");
  CHECK(texts(compose(spoken)) ==
        Texts{"Anyways, I've been doing Perl / and some C stuff for quite a long time.",
              "I used to do the development using Mason,",
              "back in the early 2000s / and I really disliked", "how disorganized it was."});
}

TEST_CASE("no word stands alone on a line where it need not, neither above nor below") {
  SpokenEpisode above;
  above.turn("A", "Misunderstandings between programmers happen every day.");
  CHECK(texts(compose(above)) ==
        Texts{"Misunderstandings between programmers / happen every day."});
  SpokenEpisode below;
  below.turn("A", "People wrote telecommunication infrastructure.");
  CHECK(texts(compose(below)) == Texts{"People wrote / telecommunication infrastructure."});
}

TEST_CASE("a pause in the sound ends a cue") {
  SpokenEpisode spoken;
  spoken.begin_turn("A");
  for (const auto* word : {"we", "wrote", "small", "tools"}) spoken.say(word);
  spoken.rest(2s);
  for (const auto* word : {"people", "wrote", "bigger", "ones"}) spoken.say(word);
  spoken.end_turn();
  CHECK(texts(compose(spoken)) == Texts{"we wrote small tools", "people wrote bigger ones"});
}

TEST_CASE("a cue that is too fast to be read takes time from the next one") {
  SpokenEpisode spoken;
  spoken.begin_turn("A");
  for (const auto* word : {"Internationalizations,", "telecommunications,", "electrification."}) {
    spoken.say(word, 600ms);
  }
  spoken.end_turn();
  spoken.begin_turn("B");
  for (const auto* word : {"We", "go."}) spoken.say(word, 1s);
  spoken.end_turn();
  spoken.alignment.words[3].time.start -= 400ms;  // Without a rest.
  const auto cues = compose(spoken);
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].time.end == cues[1].time.start);
  CHECK(cues[1].time.start - spoken.alignment.words[3].time.start == 84ms);
}

TEST_CASE("cues come with their first word and stay for their shortest time") {
  SpokenEpisode spoken;
  spoken.turn("A", "Hello there.").rest(5s).turn("B", "Hi.").rest(5s);
  const auto cues = compose(spoken);
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].time == cmos::Interval{460ms, 460ms + 834ms});
  CHECK(cues[1].time.start == spoken.alignment.words[2].time.start - 40ms);
  CHECK(cues[1].time.length() == 834ms);
}

TEST_CASE("a speaker who is too short for a cue of his own shares one in a dialogue") {
  SpokenEpisode spoken;
  spoken.sentence_rest = 50;
  spoken.turn("Ada", "Is that the same thing? You know it.")
      .turn("Bob", "No.")
      .turn("Ada", "Good, then let us go on with it at once.");
  const auto cues = compose(spoken);
  REQUIRE(texts(cues) == Texts{"Is that the same thing?", "-You know it. / -No.",
                               "Good, then let us go on with it at once."});
  CHECK(cues[1].lines.at(0).speaker == "Ada");
  CHECK(cues[1].lines.at(1).speaker == "Bob");
  CHECK(texts(compose(spoken, SpeakerLabels::change)).at(0) == "Ada: Is that the same thing?");
  CHECK(texts(compose(spoken, SpeakerLabels::none, "podcast")).at(1) == "No.");
}

TEST_CASE("labels stand where the speaker changes, or everywhere, and count in the width") {
  SpokenEpisode spoken;
  spoken.turn("Jan Henning Thorsen",
              "Well, I was really tired of using it. So I stopped doing that, all at once.");
  CHECK(texts(compose(spoken, SpeakerLabels::change)) ==
        Texts{"Jan Henning Thorsen: Well, / I was really tired of using it.",
              "So I stopped doing that, all at once."});
  CHECK(texts(compose(spoken, SpeakerLabels::always)).at(1) ==
        "Jan Henning Thorsen: / So I stopped doing that, all at once.");
}

TEST_CASE("a label leaves room for a long word: on its own line, cut short, or not at all") {
  const std::string word(40, 'x');
  SpokenEpisode spoken;
  spoken.turn("Jan Henning", word);
  CHECK(texts(compose(spoken, SpeakerLabels::change)) == Texts{"Jan Henning: / " + word});
  CHECK(texts(compose(spoken, SpeakerLabels::change, "podcast")) == Texts{"Jan Henning: " + word});

  const std::string longer_word(58, 'x');
  SpokenEpisode longer;
  longer.turn("Jan Henning Thorsen of the Mojolicious team", longer_word);
  CHECK(texts(compose(longer, SpeakerLabels::change, "podcast")) ==
        Texts{"Jan \u2026: " + longer_word});
  CHECK(texts(compose(longer, SpeakerLabels::change)) ==
        Texts{"Jan Henning Thorsen of the Mojolicious t\u2026: / " + longer_word});

  SpokenEpisode longest;
  longest.turn("Jan", std::string(300, 'x'));
  CHECK(texts(compose(longest, SpeakerLabels::change, "podcast")) == Texts{std::string(300, 'x')});
}

TEST_CASE("a word longer than a line is alone on its line, whole") {
  const std::string url = "https://example.com/" + std::string(80, 'a');
  SpokenEpisode spoken;
  spoken.turn("A", "see " + url + " for more");
  int found = 0;
  for (const auto& cue : compose(spoken)) {
    for (const auto& line : cue.lines) {
      found += line.text == url ? 1 : 0;
      CHECK((line.text == url || line.text.find("http") == std::string::npos));
    }
  }
  CHECK(found == 1);
}

TEST_CASE("text without spaces is broken where its script allows, and words stay joined") {
  SpokenEpisode spoken;
  spoken.episode.language = "ja";
  std::string text;
  for (int i = 0; i < 300; ++i) text += "\u3042";
  spoken.turn("A", text);
  std::string joined;
  for (const auto& cue : compose(spoken)) {
    for (const auto& line : cue.lines) {
      CHECK(cmos::count_columns(line.text) <= 42);
      joined += line.text;
    }
  }
  CHECK(joined == text);
}

TEST_CASE("words in half-width letters share a line of full-width characters by their columns") {
  SpokenEpisode spoken;
  spoken.episode.language = "ja";
  spoken.turn("A", "Perl \u3068 Python.");
  const auto cues = compose_captions(spoken.episode, spoken.alignment,
                                     {*cmos::choose_style({}, "ja"), cmos::SpeakerLabels::none});
  REQUIRE(cues.size() == 1);
  CHECK(cues[0].lines.size() == 1);
}

TEST_CASE("turns of one speaker one after the other may share a cue") {
  SpokenEpisode spoken;
  spoken.sentence_rest = 50;
  spoken.turn("A", "Yes.").turn("A", "I do.").turn("A", "No.");
  CHECK(compose(spoken).size() == 1);
}

TEST_CASE("an alignment of another episode is a bug") {
  SpokenEpisode spoken;
  spoken.turn("A", "Yes.");
  spoken.alignment.words.clear();
  CHECK_THROWS_AS(compose(spoken), std::invalid_argument);
}

TEST_CASE("a cue that somebody has cut begins and ends with its words and exactly then") {
  SpokenEpisode spoken;
  spoken.turn("A", "We wrote small tools and people wrote bigger ones.");
  REQUIRE(compose(spoken).size() == 1);
  auto& words = spoken.alignment.words;
  spoken.episode.known_times = {{4, false, words[4].time.start, true},
                                {5, true, words[5].time.end, true}};
  const auto cues = compose(spoken);
  CHECK(texts(cues) == Texts{"We wrote small tools", "and people", "wrote bigger ones."});
  CHECK(cues.at(1).time == cmos::Interval{words[4].time.start, words[5].time.end});
  CHECK(cues.at(0).time.end <= words[4].time.start);
}

TEST_CASE("words that somebody wants in one cue are one and nothing else is in it") {
  SpokenEpisode spoken;
  spoken.turn("A", "Yes. We wrote small tools. And people wrote bigger ones.");
  spoken.episode.known_cues = {{1, 8}};
  const auto joined = compose(spoken);
  CHECK(texts(joined) == Texts{"Yes.", "We wrote small tools. And people wrote", "bigger ones."});
  CHECK(joined.at(1).time.start <= spoken.alignment.words[1].time.start);
  spoken.episode.known_cues = {{1, 3}, {3, 5}};
  const auto split = texts(compose(spoken));
  CHECK(split.at(1) == "We wrote");
  CHECK(split.at(2) == "small tools.");
}

TEST_CASE("more words than one cue holds are as few cues as can be") {
  SpokenEpisode spoken;
  spoken.turn("A",
              "We wrote small tools and people wrote bigger ones. And then there were so many "
              "of them that nobody knew who had written which of all these tools.");
  spoken.episode.known_cues = {{0, spoken.episode.words.size()}};
  CHECK(compose(spoken).size() == 2);
}

TEST_CASE("a word's known start alone cuts no cue") {
  SpokenEpisode spoken;
  spoken.turn("A", "We wrote small tools and people wrote bigger ones.");
  spoken.episode.known_times = {{4, false, spoken.alignment.words[4].time.start}};
  CHECK(compose(spoken).size() == 1);
}
