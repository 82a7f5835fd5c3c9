#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using namespace std::chrono_literals;
using pages::bytes;
using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::Strings;

namespace {

const std::string kTranscript =
    "[transcript]\n[ann host1 Ann Ash]\n[0:01] ann: Hi there.\n[/transcript]\n";

std::string with_front_matter(const std::string& yaml) {
  return "---\n" + yaml + "---\n\n" + kTranscript;
}

std::string with_time(const std::string& time) {
  return with_front_matter("title: T\nmp3:\n  file: /m/a.mp3\n  size: 12\n  time: " + time + "\n");
}

}  // namespace

TEST_CASE("title, language and the claimed MP3 are read with the bytes of their scalars") {
  const auto page = with_front_matter(
      "# a comment\ntitle: \"CMOS #1: Yorùbá \\\"x\\\"\"\ntags:\n  - a\n  - title: no\n"
      "language: pt-BR\nmp3:\n  file: '/media/it''s.mp3'\n  size: 28149915 # bytes\n"
      "  time: 28:21\n#img: x\n");
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.value.title == "CMOS #1: Yorùbá \"x\"");
  CHECK(parsed.value.language == "pt-BR");
  const auto& mp3 = parsed.value.mp3;
  CHECK(mp3.file.value().value == "/media/it's.mp3");
  CHECK(bytes(page, mp3.file.value().source) == "'/media/it''s.mp3'");
  CHECK(mp3.size.value().value == 28149915);
  CHECK(bytes(page, mp3.size.value().source) == "28149915");
  CHECK(mp3.duration.value().value == 28min + 21s);
  CHECK(bytes(page, mp3.duration.value().source) == "28:21");
}

TEST_CASE("time is the scalar's text, whatever YAML would make of it") {
  const std::vector<std::pair<std::string, cmos::Time>> times = {{"19:24", 19min + 24s},
                                                                 {"\"19:24\"", 19min + 24s},
                                                                 {"'1:02:03'", 1h + 2min + 3s},
                                                                 {"120:00", 2h},
                                                                 {"0:07", 7s},
                                                                 {"19:24.9", 19min + 24s},
                                                                 {"!!str 19:24", 19min + 24s}};
  for (const auto& [text, time] : times) {
    INFO(text);
    const auto parsed = parse(with_time(text));
    CHECK(parsed.value.mp3.duration.value().value == time);
    CHECK(parsed.diagnostics.empty());
  }
}

TEST_CASE("a time with a dot is read as minutes and seconds, with a warning") {
  for (const std::string text : {"25.01", "\"25.01\"", "'25.01'"}) {
    INFO(text);
    const auto page = with_time(text);
    const auto parsed = parse(page);
    CHECK(parsed.value.mp3.duration.value().value == 25min + 1s);
    CHECK(bytes(page, parsed.value.mp3.duration.value().source) == text);
    CHECK(diagnostics(page) == Strings{place(page, text) + " warning time-float"});
    CHECK(parsed.diagnostics.at(0).message.find("write 25:01") != std::string::npos);
  }
  CHECK(parse(with_time("25.10")).value.mp3.duration.value().value == 25min + 10s);
}

TEST_CASE("a time that is none is left out, with a warning") {
  for (const std::string text : {"25.1", "1164", "soon", "99:99", "[19, 24]", "{a: b}", "-1:00"}) {
    INFO(text);
    const auto page = with_time(text);
    CHECK_FALSE(parse(page).value.mp3.duration.has_value());
    CHECK(diagnostics(page) == Strings{place(page, text) + " warning mp3-time-malformed"});
  }
}

TEST_CASE("what the front matter lacks is told once, and stood in for") {
  const auto page = with_front_matter("title:\n");
  CHECK(diagnostics(page) == Strings{"1:1 warning title-missing", "1:1 warning mp3-file-unnamed",
                                     "1:1 note mp3-size-missing", "1:1 note mp3-time-missing"});
  const auto episode = cmos::parse_episode({"some/folder/cmos-1.md", page}).value;
  CHECK(episode.title == "cmos-1");
  CHECK(episode.language == "en");
  CHECK_FALSE(episode.mp3.file.has_value());
  CHECK_FALSE(episode.mp3.size.has_value());
}

TEST_CASE("values of the wrong type are told and stood in for") {
  const auto page = with_front_matter(
      "title: [a, b]\nlanguage: english please\nmp3:\n  file: {a: b}\n  size: 44 MB\n  time: "
      "1:00\n");
  CHECK(diagnostics(page) ==
        Strings{"2:8 warning title-malformed", "3:11 warning language-malformed",
                "5:9 warning mp3-file-malformed", "6:9 warning mp3-size-malformed"});
  const auto episode = parse(page).value;
  CHECK(episode.title == "page");
  CHECK(episode.language == "en");
}

TEST_CASE("an mp3 that is a text is taken as its file") {
  const auto page = with_front_matter("title: T\nmp3: /media/a.mp3\n");
  CHECK(parse(page).value.mp3.file.value().value == "/media/a.mp3");
  CHECK(diagnostics(page) == Strings{"1:1 note mp3-size-missing", "1:1 note mp3-time-missing",
                                     "3:6 warning mp3-malformed"});
}

TEST_CASE("a key that is given twice counts once, with a warning") {
  const auto page =
      with_front_matter("title: One\ntitle: Two\nmp3: {file: /a.mp3, size: 1, time: \"1:00\"}\n");
  CHECK(parse(page).value.title == "One");
  CHECK(diagnostics(page) == Strings{"3:8 warning front-matter-repeated"});
}

TEST_CASE("broken YAML is told with its place and read line by line") {
  const auto page = with_front_matter(
      "title: CMOS: a colon\nmp3:\n  file: \"/media/a.mp3\" # the sound\n  size: 7\n  time: "
      "1:00\n");
  const auto parsed = parse(page);
  CHECK(diagnostics(page) == Strings{"2:12 warning front-matter-broken"});
  CHECK(parsed.value.title == "CMOS: a colon");
  CHECK(parsed.value.mp3.file.value().value == "/media/a.mp3");
  CHECK(bytes(page, parsed.value.mp3.file.value().source) == "\"/media/a.mp3\"");
  CHECK(parsed.value.mp3.size.value().value == 7);
  CHECK(parsed.value.mp3.duration.value().value == 1min);
  CHECK(parsed.value.turns.size() == 1);
}

TEST_CASE("a YAML bomb of aliases is not followed") {
  std::string yaml = "a0: &a0 [x]\n";
  for (int i = 1; i < 40; ++i) {
    yaml += fmt::format("a{0}: &a{0} [*a{1}, *a{1}]\n", i, i - 1);
  }
  const auto page = with_front_matter(
      "title: &t T\nmp3: {file: /a.mp3, size: 1, time: 1:00}\nlanguage: *t\n" + yaml);
  const auto found = diagnostics(page);
  CHECK(found.size() == 79);
  CHECK(std::all_of(found.begin(), found.end(), [](const std::string& diagnostic) {
    return diagnostic.find("warning front-matter-alias") != std::string::npos;
  }));
  CHECK(found.at(0) == "4:11 warning front-matter-alias");
  CHECK(parse(page).value.title == "T");
}

TEST_CASE("a YAML bomb of brackets is told") {
  for (const char bracket : {'[', '{'}) {
    const auto page = with_front_matter("title: T\nbomb: " + std::string(60000, bracket) + "\n");
    const auto parsed = parse(page);
    CHECK(parsed.diagnostics.at(3).rule.name() == "front-matter-broken");
    CHECK(parsed.value.title == "T");
    CHECK(parsed.value.turns.size() == 1);
  }
}

TEST_CASE("front matter of more than 64 KiB is not read") {
  const auto page = with_front_matter("title: T\n" + std::string(65536, '#') + "\n");
  const auto found = diagnostics(page);
  CHECK(std::count(found.begin(), found.end(), "2:1 warning front-matter-too-large") == 1);
  CHECK(parse(page).value.turns.size() == 1);
}

TEST_CASE("front matter that is never closed ends at the first blank line") {
  const auto page = "---\ntitle: T\nmp3: {file: /a.mp3, size: 1, time: 1:00}\n\n" + kTranscript;
  CHECK(diagnostics(page) == Strings{"1:1 warning front-matter-unclosed"});
  CHECK(parse(page).value.title == "T");
  CHECK(parse(page).value.turns.size() == 1);
}

TEST_CASE("a page without front matter is told so") {
  CHECK(diagnostics(kTranscript) == Strings{"1:1 warning front-matter-missing"});
  CHECK(parse(kTranscript).value.title == "page");
}

TEST_CASE("the older front matter of lines with an equals sign is read") {
  const std::string page =
      "=title CMOS #2: Old times\n=timestamp 2016-01-01T01:01:01\n=mp3 /media/x.mp3, 17224989, "
      "19:24\n=img\n\n=abstract start\nAbout <a href=\"http://a.example/\">a</a>.\n=abstract "
      "end\n\n<screencast file=\"/media/x\" />\n\n<podcast>\n\n[transcript]\n"
      "  [ann host1 Ann Ash]\n\n  [0:01] ann:\n    Hello =title there.\n[/transcript]\n";
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.value.title == "CMOS #2: Old times");
  CHECK(parsed.value.mp3.file.value().value == "/media/x.mp3");
  CHECK(bytes(page, parsed.value.mp3.file.value().source) == "/media/x.mp3");
  CHECK(parsed.value.mp3.size.value().value == 17224989);
  CHECK(bytes(page, parsed.value.mp3.size.value().source) == "17224989");
  CHECK(parsed.value.mp3.duration.value().value == 19min + 24s);
  CHECK(bytes(page, parsed.value.mp3.duration.value().source) == "19:24");
  CHECK(pages::text(parsed.value, parsed.value.turns.at(0)) == "Hello =title there.");
}

TEST_CASE("the older front matter's gaps and faults are told like the newer one's") {
  const std::string page = "=title\n=mp3 /media/x.mp3, many, 19.24\n\n" + kTranscript;
  CHECK(diagnostics(page) == Strings{"1:1 warning title-missing", "2:20 warning mp3-size-malformed",
                                     "2:26 warning time-float"});
}

TEST_CASE("CR LF, a byte order mark, tabs and a missing last line end change nothing") {
  const std::string plain =
      "---\ntitle: T\nmp3:\n  file: /a.mp3\n  size: 5\n  time: 1:00\n---\n\n[transcript]\n"
      "\t[ann host1 Ann Ash]\n\n\t[0:01]\tann:\tHi\tthere.\n\n\tMore.\n[/transcript]";
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : plain) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  for (const auto& page : {plain, crlf}) {
    const auto parsed = parse(page);
    CHECK(parsed.diagnostics.empty());
    CHECK(parsed.value.title == "T");
    CHECK(parsed.value.mp3.size.value().value == 5);
    CHECK(bytes(page, parsed.value.mp3.file.value().source) == "/a.mp3");
    CHECK(pages::text(parsed.value, 0, 3) == "Hi there. More.");
    CHECK(parsed.value.turns.at(0).paragraphs == std::vector<std::size_t>{0, 2});
    CHECK(bytes(page, parsed.value.words.at(2).source) == "More.");
    CHECK(parsed.value.speakers.at(0).name == "Ann Ash");
  }
}

TEST_CASE("the YouTube ID is found, quoted or not, and not in comments") {
  const auto parse_with = [](const std::string& body) {
    return pages::kFrontMatter + body + "\n" + kTranscript;
  };
  for (const std::string id : {"\"6cmmK7Gsr-_\"", "'6cmmK7Gsr-_'", "6cmmK7Gsr-_"}) {
    const auto page =
        parse_with("<!-- {% youtube id=\"aaaaaaaaaaa\" %} -->\n{% youtube file=\"x\" id=" + id +
                   " %}\n{% youtube id=\"bbbbbbbbbbb\" %}");
    const auto parsed = parse(page);
    CHECK(parsed.diagnostics.empty());
    CHECK(parsed.value.youtube_id.value().value == "6cmmK7Gsr-_");
    CHECK(bytes(page, parsed.value.youtube_id.value().source) == id);
  }
  CHECK_FALSE(parse(parse_with("")).value.youtube_id.has_value());
  const auto missing = parse_with("{% youtube file=\"x\" %}");
  CHECK(diagnostics(missing) == Strings{"8:1 warning youtube-id-missing"});
  const auto malformed = parse_with("{%youtube id=\"short\"%}");
  CHECK(diagnostics(malformed) == Strings{"8:14 warning youtube-id-malformed"});
  CHECK(parse(malformed).value.youtube_id.value().value == "short");
}

TEST_CASE("where the sound begins in the video is a number of seconds") {
  const auto with_offset = [](const std::string& value) {
    return with_front_matter("title: T\nmp3:\n  file: /m/a.mp3\n  size: 12\n  time: 0:10\n" +
                             ("youtube_offset: " + value) + "\n");
  };
  for (const auto& [value, time] :
       {std::pair("12.5", 12'500ms), std::pair("0", 0ms), std::pair("\"7\"", 7'000ms)}) {
    const auto page = with_offset(value);
    const auto parsed = parse(page);
    CHECK(parsed.diagnostics.empty());
    CHECK(parsed.value.youtube_offset.value().value == time);
    CHECK(bytes(page, parsed.value.youtube_offset.value().source) == value);
  }
  for (const auto* value : {"-1", "12 s", "1:00", "nan", "86401", "[1]", "1e3"}) {
    CAPTURE(value);
    const auto page = with_offset(value);
    CHECK(diagnostics(page) == Strings{"7:17 warning youtube-offset-malformed"});
    CHECK_FALSE(parse(page).value.youtube_offset.has_value());
  }
}

TEST_CASE("pronunciations are read by word with the bytes of their phones") {
  const auto page = with_front_matter(
      "title: T\nmp3:\n  file: /m/a.mp3\n  size: 12\n  time: 0:10\npronunciations:\n"
      "  CMOS: S IY M AO S\n  Node.js: \"N OW D\"\n  404: F AO R\n");
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty());
  const auto& words = parsed.value.pronunciations;
  REQUIRE(words.size() == 3);
  CHECK(words.at("CMOS").value == "S IY M AO S");
  CHECK(bytes(page, words.at("CMOS").source) == "S IY M AO S");
  CHECK(words.at("Node.js").value == "N OW D");
  CHECK(words.at("404").value == "F AO R");
}

TEST_CASE("pronunciations that are no map of words and phones are left out with a diagnostic") {
  const std::string front_matter = "title: T\nmp3:\n  file: /m/a.mp3\n  size: 12\n  time: 0:10\n";
  for (const std::string value : {"CMOS", "[CMOS]", "{}"}) {
    const auto page = with_front_matter(front_matter + "pronunciations: " + value + "\n");
    CAPTURE(page);
    CHECK(parse(page).value.pronunciations.empty());
    CHECK(diagnostics(page) == Strings{"7:17 warning pronunciations-malformed"});
  }
  const auto page =
      with_front_matter(front_matter + "pronunciations:\n  a b: AH\n  c:\n    - S\n  d: D\n");
  CHECK(parse(page).value.pronunciations.size() == 1);
  CHECK(diagnostics(page) ==
        Strings{"8:8 warning pronunciation-malformed", "10:5 warning pronunciation-malformed"});
}

TEST_CASE("what is broken in one place of the head leaves the rest as it is") {
  const std::string chapters =
      "chapters:\n  - {time: \"0:00\", title: \"Start\"}\n  - time: 0:03\n    title: Flowers\n";
  const auto page = with_front_matter(
      "title: Bees\nsubtitle: A talk: part one\n"
      "mp3: {file: a.mp3, size: 12, time: \"0:12\"}\n" +
      chapters + "youtube_offset: 2\n");
  const auto episode = parse(page).value;
  CHECK(diagnostics(page) == Strings{"3:17 warning front-matter-broken"});
  CHECK(episode.title == "Bees");
  CHECK(episode.mp3.file.value().value == "a.mp3");
  CHECK(episode.mp3.size.value().value == 12);
  CHECK(bytes(page, episode.mp3.duration.value().source) == "\"0:12\"");
  REQUIRE(episode.chapters.size() == 2);
  CHECK(episode.chapters[1].title == "Flowers");
  CHECK(episode.chapters_understood);
  CHECK(episode.youtube_offset.value().value == 2s);
}

TEST_CASE("a chapter that cannot be read is told, and the page's chapters count as unread") {
  const auto broken = with_front_matter(
      "title: B\nmp3: {file: a.mp3, size: 1, time: \"0:12\"}\nchapters:\n"
      "  - {time: \"0:00\", title: Start}\n  - {time: \"0:03\", title: A: b: c\n");
  CHECK_FALSE(parse(broken).value.chapters_understood);
  CHECK(parse(broken).value.chapters.size() == 1);
  CHECK(diagnostics(broken) ==
        Strings{"6:3 warning chapter-malformed", "6:28 warning front-matter-broken"});
  CHECK_FALSE(parse(with_front_matter("chapters: none\n")).value.chapters_understood);
  CHECK(parse(with_front_matter("chapters:\n")).value.chapters_understood);
}

TEST_CASE("a head in JSON is read") {
  const auto json = parse(
      "{\n \"title\": \"Bees {\",\n \"mp3\": {\"file\": \"a.mp3\", \"size\": 5,"
      " \"time\": \"0:12\"}\n}\n" +
      kTranscript);
  CHECK(json.diagnostics.empty());
  CHECK(json.value.title == "Bees {");
  CHECK(json.value.mp3.size.value().value == 5);
}

TEST_CASE("languages are written by convention, and what is none is remembered") {
  const auto with_language = [](const std::string& language) {
    return with_front_matter(
        "title: T\nmp3: {file: a.mp3, size: 1, time: \"0:12\"}\nlanguage: " + language + "\n");
  };
  CHECK(parse(with_language("DE")).value.language == "de");
  CHECK(diagnostics(with_language("DE")) == Strings{});
  CHECK(parse(with_language("pt_br")).value.language == "pt-BR");
  CHECK(diagnostics(with_language("pt_br")) == Strings{"4:11 warning language-underscore"});
  CHECK(parse(with_language("zh-hant-tw")).value.language == "zh-Hant-TW");
  for (const auto* const none : {"[de, en]", "German", "e", "de_DE.UTF-8"}) {
    INFO(none);
    CHECK_FALSE(parse(with_language(none)).value.language_understood);
  }
}

TEST_CASE("addresses of chapters that run code or hold data are left out") {
  const auto page = with_front_matter(
      "title: T\nmp3: {file: a.mp3, size: 1, time: \"0:12\"}\nchapters:\n"
      "  - {time: \"0:00\", title: A, url: \"javascript:alert(1)\", image: "
      "\"data:image/png;base64,\"}\n"
      "  - {time: \"0:01\", title: B, url: \"HTTPS://b.example/\", image: \"pictures/b.png\"}\n"
      "  - {time: \"0:02\", title: C, url: \" JavaScript:alert(1)\", image: \"/c.png\"}\n");
  const auto chapters = parse(page).value.chapters;
  REQUIRE(chapters.size() == 3);
  CHECK(chapters[0].url.empty());
  CHECK(chapters[0].image.empty());
  CHECK(chapters[1].url == "HTTPS://b.example/");
  CHECK(chapters[1].image == "pictures/b.png");
  CHECK(chapters[2].url.empty());
  CHECK(chapters[2].image == "/c.png");
  CHECK(diagnostics(page) == Strings{place(page, "\"javascript") + " warning chapter-address",
                                     place(page, "\"data") + " warning chapter-address",
                                     place(page, "\" Java") + " warning chapter-address"});
}
