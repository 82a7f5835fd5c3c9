#include "format/player.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/base64.h"
#include "caption/compose.h"
#include "format/html_text.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace {

SpokenEpisode two_turns() {
  SpokenEpisode spoken;
  spoken.episode.title = "Title & <more>";
  spoken.turn("Jan & <Marcus>", "Hi there, Ada.\n\nSecond one.").rest(60s).turn("Ada", "Yes.");
  return spoken;
}

const cmos::Chapters& chapters() {
  static const cmos::Chapters list = {{{0s, 62s}, "One <1>", "https://example.org/?a&b", ""},
                                      {{62s, 70s}, "Two", "javascript:alert(1)", ""}};
  return list;
}

struct Player {
  explicit Player(const SpokenEpisode& from, cmos::AudioInfo sound = {})
      : spoken(from),
        audio(std::move(sound)),
        cues(cmos::compose_captions(spoken.episode, spoken.alignment,
                                    {*cmos::find_style("netflix"), cmos::SpeakerLabels::change})) {}

  cmos::PlayerContent content() const {
    return {spoken.episode, spoken.alignment, cues, chapters(), &audio, {"/media/x.mp3", "x.mp3"}};
  }
  std::string whole() const { return cmos::write_player(content()); }

  const SpokenEpisode& spoken;
  cmos::AudioInfo audio;
  cmos::Cues cues;
};

Json data_of(const std::string& html) {
  const std::string begin = "class=\"cmos-data\">";
  const auto at = html.find(begin) + begin.size();
  return Json::parse(html.substr(at, html.find("</script>", at) - at));
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a player is a transcript to read without its script") {
  const auto spoken = two_turns();
  const auto html = Player(spoken).whole();
  CHECK_THAT(html, Contains("<title>Title &amp; &lt;more&gt;</title>"));
  CHECK_THAT(html, Contains("<source src=\"/media/x.mp3\"><source src=\"x.mp3\">"));
  CHECK_THAT(html, Contains("<b class=\"cmos-speaker\"><bdi>Jan &amp; &lt;Marcus&gt;</bdi></b>"));
  CHECK_THAT(html, Contains(">Hi there, Ada.</p>"));
  CHECK_THAT(html, Contains("id=\"t=0.5\" href=\"#t=0.5\">0:00</a>"));
  CHECK_THAT(html, Contains("<a href=\"#t=62\">1:02 <bdi lang=\"en\">Two</bdi></a></li>"));
  CHECK_THAT(html, Contains("<a href=\"https://example.org/?a&amp;b\">"));
  CHECK_THAT(html, !Contains("javascript:alert"));
}

TEST_CASE("a player's words have the times of the alignment") {
  auto spoken = two_turns();
  spoken.alignment.words[1].is_spoken = false;
  const auto& words = spoken.alignment.words;
  const auto html = Player(spoken).whole();
  const auto at = html.find("data-t=\"") + 8;
  std::istringstream times(html.substr(at, html.find('"', at) - at));
  cmos::Time now{0};
  for (std::size_t i = 0; i < 3; ++i) {
    std::int64_t gap = -1;
    std::int64_t length = -1;
    times >> gap >> length;
    now += cmos::Time(gap);
    CHECK(now == words[i].time.start);
    CHECK(cmos::Time(length) == (i == 1 ? 0ms : words[i].time.length()));
    now += cmos::Time(length);
  }
  CHECK(times.eof());
}

TEST_CASE("a player's captions name the speaker of each voice once whatever labels there are") {
  const auto spoken = two_turns();
  const auto data = data_of(Player(spoken).whole());
  CHECK(data["speakers"] == Json({"Jan & <Marcus>", "Ada"}));
  const auto& last = data["cues"].back();
  CHECK(last[2] == Json::array({Json::array({1, "Yes."})}));
  CHECK(data["cues"].front()[2][0][1] == "Hi there, Ada.");
}

TEST_CASE("a player knows what of an MP3 is not heard and no more of other sound") {
  const auto spoken = two_turns();
  cmos::AudioInfo audio;
  audio.codec = "mp3";
  audio.sample_rate = 44100;
  audio.delay_samples = 1105;
  audio.padding_samples = 1100;
  audio.is_variable_rate = true;
  auto data = data_of(Player(spoken, audio).whole());
  CHECK(data["unheard"].get<double>() == Approx(3357.0 / 44100));
  CHECK(data["variable"] == true);
  audio.container = "MP4";
  data = data_of(Player(spoken, audio).whole());
  CHECK(data["unheard"] == 0);
  CHECK(data["variable"] == false);
}

TEST_CASE("a part is ASCII and has neither style nor script to be run") {
  SpokenEpisode spoken;
  spoken.turn("Z\u00f3fia", "\u4e2d\u6587 \U0001F600.");
  const auto part = cmos::write_player_part(Player(spoken).content());
  CHECK(std::ranges::all_of(part, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  CHECK_THAT(part, Contains("Z&#243;fia") && Contains("&#20013;&#25991; &#128512;."));
  CHECK(count(part, "<script") == 1);
  CHECK(count(part, "<style") == 0);
  CHECK(data_of(part)["speakers"][0] == "Z\u00f3fia");
}

TEST_CASE("whatever names and words are nothing of them ends an element") {
  rc::prop("escaped", [] {
    static const std::vector<std::string> kPieces = {"</script>", "<script>", "<!--", "-->",
                                                     "\"",        "'",        "&",    "\u2028",
                                                     "\u202e",    "]]>",      "x",    " "};
    const auto text = [] {
      std::string joined = "w";
      for (const auto i : *rc::gen::container<std::vector<std::size_t>>(
               rc::gen::inRange<std::size_t>(0, kPieces.size()))) {
        joined += kPieces[i];
      }
      return joined;
    };
    SpokenEpisode spoken;
    const auto name = text();
    spoken.turn(name, text());
    spoken.episode.title = text();
    const auto html = Player(spoken).whole();
    RC_ASSERT(count(html, "<script") == 2U);
    RC_ASSERT(count(html, "</script") == 2U);
    RC_ASSERT(count(html, "<!--") == 0U);
    RC_ASSERT(data_of(html)["speakers"].size() == 1U);
  });
}

TEST_CASE("words of HTML are parted by one space each or by wbr whatever is in them") {
  SpokenEpisode spoken;
  spoken.begin_turn("A");
  for (const auto* word : {"a", "b\tc", "\x01", "d"}) spoken.say(word);
  spoken.say("e", 0ms, true);
  spoken.end_turn();
  CHECK(cmos::words_html(spoken.episode, 0, 5) == "a b\u00A0c  d<wbr>e");
}

TEST_CASE("base64 is RFC 4648's") {
  CHECK(cmos::base64("").empty());
  CHECK(cmos::base64("f") == "Zg==");
  CHECK(cmos::base64("fo") == "Zm8=");
  CHECK(cmos::base64("foo") == "Zm9v");
  CHECK(cmos::base64("\xfb\xff") == "+/8=");
}
