#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "format/html.h"
#include "format/transcript_json.h"
#include "format/transcript_text.h"
#include "format/transcript_vtt.h"
#include "format/words_json.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::Cues;
using cmos::Time;
using nlohmann::json;

namespace {

const Cues& hard_cues() {
  static const Cues cues = {
      {{1s, 2500ms}, {{"Jan & <Marcus>", "a < b", {}}, {"Jan & <Marcus>", "--> c", {}}}},
      {{2500ms, 3s}, {{"", "\u05D0\n\u05D1", {}}}},
      {{3s, 4s}, {{"A", "\n", {}}}},
      {{100h, 100h + 1s}, {{"A", "\"quoted\" \\ \U0001F600", {}}}},
  };
  return cues;
}

// Two turns, the first of two paragraphs with a link and a note.
SpokenEpisode episode() {
  SpokenEpisode spoken;
  spoken.episode.title = "Title & <more>";
  spoken.turn("Jan & <Marcus>", "Hi there, Ada.\n\nSecond one.")
      .rest(60s)
      .turn("Ada", "Yes [laughs]");
  auto& words = spoken.episode.words;
  spoken.episode.links = {{"https://example.com/?a=1&b=\"2\"", {}, 1, 3}};
  words[1].link = words[2].link = 0;
  words[6].is_note = true;
  spoken.alignment.words[0].confidence = 0.8756F;
  spoken.episode.turns[1].stamp = std::nullopt;
  spoken.episode.headings = {{2, "Part <1>", {}, 1}, {3, "End", {}, 2}};
  return spoken;
}

std::string html(const SpokenEpisode& spoken) {
  return cmos::write_html(spoken.episode, spoken.alignment);
}

}  // namespace

TEST_CASE("transcript WebVTT has one line a cue, full times, and voices without end tags") {
  CHECK(cmos::write_transcript_vtt(hard_cues()) ==
        "WEBVTT\n"
        "\n00:00:01.000 --> 00:00:02.500\n<v Jan &amp; &lt;Marcus&gt;>a &lt; b --&gt; c\n"
        "\n00:00:02.500 --> 00:00:03.000\n\u05D0 \u05D1\n"
        "\n100:00:00.000 --> 100:00:01.000\n<v A>\"quoted\" \\ \U0001F600\n");
}

TEST_CASE("transcript JSON has a segment a cue, with times in seconds") {
  const auto text = cmos::write_transcript_json(hard_cues());
  CHECK(text.find("\"startTime\":1.000,\"endTime\":2.500") != std::string::npos);
  const auto root = json::parse(text);
  CHECK(root["version"] == "1.0.0");
  REQUIRE(root["segments"].size() == 3);
  CHECK(root["segments"][0] == json({{"speaker", "Jan & <Marcus>"},
                                     {"startTime", 1.0},
                                     {"endTime", 2.5},
                                     {"body", "a < b --> c"}}));
  CHECK_FALSE(root["segments"][1].contains("speaker"));
  CHECK(root["segments"][2]["body"] == "\"quoted\" \\ \U0001F600");
  CHECK(json::parse(cmos::write_transcript_json({}))["segments"].empty());
}

TEST_CASE("the text transcript has titles, turns with their times, and paragraphs") {
  const auto spoken = episode();
  CHECK(cmos::write_transcript_text(spoken.episode, spoken.alignment) ==
        "Title & <more>\n\n[0:00] Jan & <Marcus>:\nHi there, Ada.\n\nSecond one.\n\nPart <1>\n\n"
        "[1:02] Ada:\nYes [laughs]\n\nEnd\n");
}

TEST_CASE("the words' JSON has every turn and every word with its time") {
  const auto spoken = episode();
  const auto text = cmos::write_words_json(spoken.episode, spoken.alignment);
  CHECK(text.find("\"stamp\":0.500,\"start\":0.500") != std::string::npos);
  const auto root = json::parse(text);
  CHECK(root["version"] == 1);
  CHECK(root["duration"] == Approx(static_cast<double>(spoken.alignment.duration.count()) / 1000));
  CHECK(root["language"] == "en");
  REQUIRE(root["turns"].size() == 2);
  CHECK(root["turns"][0]["speaker"] == "Jan & <Marcus>");
  CHECK(root["turns"][0]["stamp"] == 0.5);
  CHECK(root["turns"][1]["stamp"].is_null());
  REQUIRE(root["words"].size() == 7);
  CHECK(root["words"][0] ==
        json({{"text", "Hi"}, {"start", 0.5}, {"end", 0.654}, {"confidence", 0.876}, {"turn", 0}}));
  CHECK(root["words"][6]["text"] == "[laughs]");
  CHECK(root["words"][6]["confidence"].is_null());
  CHECK(root["words"][6]["turn"] == 1);
}

TEST_CASE(
    "HTML has turns, times that play the video, paragraphs, headings and links, all escaped") {
  auto spoken = episode();
  spoken.episode.youtube_id = {"6cmm-K7Gs_A", {}};
  spoken.episode.mp3.file = {"/media/x.mp3", {}};
  CHECK(html(spoken) ==
        "<!-- transcript -->\n<meta charset=\"utf-8\">\n"
        "<cite>Jan &amp; &lt;Marcus&gt;:</cite>\n"
        "<a class=\"cmos-play\" href=\"https://www.youtube.com/watch?v=6cmm-K7Gs_A#t=0\" "
        "title=\"Play from 0:00\">"
        "\u25B6</a>\n"
        "<time>0:00</time>\n"
        "<p id=\"t=0.5\" class=\"cmos-s1\" lang=\"en\">Hi <a "
        "href=\"https://example.com/?a=1&amp;b=&quot;2&quot;\">there, Ada.</a>"
        "</p>\n"
        "<a class=\"cmos-play\" href=\"https://www.youtube.com/watch?v=6cmm-K7Gs_A#t=1\" "
        "title=\"Play from 0:01\">"
        "\u25B6</a>\n"
        "<time>0:01</time>\n"
        "<p id=\"t=1.764\" class=\"cmos-s1\" lang=\"en\">Second one.</p>\n"
        "<h2 lang=\"en\">Part &lt;1&gt;</h2>\n"
        "<cite>Ada:</cite>\n"
        "<a class=\"cmos-play\" href=\"https://www.youtube.com/watch?v=6cmm-K7Gs_A#t=62\" "
        "title=\"Play from 1:02\">"
        "\u25B6</a>\n"
        "<time>1:02</time>\n"
        "<p id=\"t=62.724\" class=\"cmos-s2\" lang=\"en\">Yes [laughs]</p>\n"
        "<h3 lang=\"en\">End</h3>\n");
}

TEST_CASE("HTML plays the MP3 where there is no video, and nothing where there is neither") {
  auto spoken = episode();
  spoken.episode.mp3.file = {"/media/a \"b\".mp3", {}};
  CHECK(html(spoken).find("href=\"/media/a%20%22b%22.mp3#t=62\"") != std::string::npos);
  spoken.episode.youtube_id = {"x&y\"><script>", {}};
  CHECK(html(spoken).find("<script") == std::string::npos);
  spoken.episode.mp3.file = {"javascript:alert(1)", {}};
  CHECK(html(spoken).find("href=\"javascript%3Aalert%281%29#t=62\"") != std::string::npos);
  spoken.episode.mp3.file = {"", {}};
  CHECK(html(spoken).find("#t=") == std::string::npos);
}

TEST_CASE("HTML keeps only links to the web and to mail") {
  auto spoken = episode();
  for (const auto* target : {"http://a", "HTTPS://a", "mailto:a@b.c"}) {
    spoken.episode.links[0].target = target;
    CHECK(html(spoken).find("\">there, Ada.</a>") != std::string::npos);
  }
  for (const auto* target : {"javascript:x", " javascript:x", "java\nscript:x", "data:text/html,x",
                             "/local", "", "vbscript:x", "file:///etc", "https:x"}) {
    spoken.episode.links[0].target = target;
    CHECK(html(spoken).find("\">there, Ada.</a>") == std::string::npos);
    CHECK(html(spoken).find("Hi there, Ada.") != std::string::npos);
  }
}

TEST_CASE("HTML links to the place of the sound, whatever its name, and to the video's") {
  const auto link_of = [](const std::string& file) {
    auto spoken = episode();
    spoken.episode.mp3.file = {file, {}};
    const auto text = html(spoken);
    const auto begin = text.find("href=\"") + 6;
    return text.substr(begin, text.find('"', begin) - begin);
  };
  CHECK(link_of("/media/000 Nullnummer #1 50%.mp3") ==
        "/media/000%20Nullnummer%20%231%2050%25.mp3#t=0");
  CHECK(link_of("media/small.mp3") == "media/small.mp3#t=0");
  CHECK(link_of("https://a.example/x%20 y.mp3?a=1") == "https://a.example/x%20%20y.mp3?a=1#t=0");
  auto spoken = episode();
  spoken.episode.youtube_id = {"Cap7ionS4mp", {}};
  spoken.episode.youtube_offset = {Time(12s), {}};
  CHECK(html(spoken).find("watch?v=Cap7ionS4mp#t=12\"") != std::string::npos);
}

TEST_CASE("a heading inside a turn comes before its paragraph") {
  auto spoken = episode();
  spoken.episode.headings = {{2, "Inside", {}, 1, spoken.episode.turns[0].paragraphs.at(1)}};
  const auto text = cmos::write_transcript_text(spoken.episode, spoken.alignment);
  CHECK(text.find("Hi there, Ada.") < text.find("Inside"));
  CHECK(text.find("Inside") < text.find("Second one."));
  CHECK(html(spoken).find("Inside") < html(spoken).find("Second one."));
}

TEST_CASE("words that are not spoken stay in text and HTML without giving them a time") {
  SpokenEpisode spoken;
  spoken.turn("Ada", "Hi there.").rest(60s).turn("Bob", "Never said.").turn("Ada", "Bye now.");
  auto& words = spoken.alignment.words;
  for (const std::size_t word : {0U, 2U, 3U}) words[word].is_spoken = false;
  words[1].time.start = 9s;
  const auto words_json = cmos::write_words_json(spoken.episode, spoken.alignment);
  CHECK(words_json.find(R"("spoken":false,"turn":0},)") < words_json.find(R"("text":"there.")"));
  const auto text = cmos::write_transcript_text(spoken.episode, spoken.alignment);
  CHECK(text.find("[0:09] Ada:\nHi there.") != std::string::npos);
  CHECK(text.find("\n\nBob:\nNever said.") != std::string::npos);
  CHECK(html(spoken).find("<cite>Bob:</cite>\n<p class=\"cmos-s2\" lang=\"en\">Never said.</p>") !=
        std::string::npos);
}
