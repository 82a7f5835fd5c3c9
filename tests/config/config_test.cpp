#include "config/config.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

using cmos::Format;
using cmos::parse_config;
using Strings = std::vector<std::string>;

namespace {

cmos::WithDiagnostics<cmos::Settings> parse(const std::string& text) {
  return parse_config({"/site/.cmos-captions.yaml", text});
}

// "line:column rule"
Strings diagnostics(const std::string& text) {
  Strings result;
  for (const auto& diagnostic : parse(text).diagnostics) {
    CHECK(diagnostic.severity == cmos::Severity::error);
    CHECK(diagnostic.file == "/site/.cmos-captions.yaml");
    result.push_back(fmt::format("{}:{} {}", diagnostic.position.value().line,
                                 diagnostic.position.value().column, diagnostic.rule.name()));
  }
  return result;
}

}  // namespace

TEST_CASE("a configuration says what holds for all pages") {
  const auto [config, found] = parse(
      "formats: [vtt, srt]\nlanguage: pt-BR\nmedia_roots:\n  - ../media\n  - /srv/media\n"
      "captions:\n  style: bbc\n  speaker_labels: always\n  unspoken: show\n  width: 40\n  "
      "smallest_gap: 100\n"
      "align:\n  model: models/pt\n  dictionary: /usr/share/pt.dict\n"
      "feed:\n  base_url: https://example.org/\n"
      "check:\n  disable: [time-float]\n  severity:\n    mp3-size: error\n");
  REQUIRE(found.empty());
  CHECK(config.formats == std::vector{Format::vtt, Format::srt});
  CHECK(config.default_language == "pt-BR");
  CHECK(config.media_roots == std::vector<std::filesystem::path>{"/media", "/srv/media"});
  CHECK(config.speaker_labels == cmos::SpeakerLabels::always);
  CHECK(config.unspoken == cmos::Unspoken::show);
  CHECK(config.speech.model == "/site/models/pt");
  CHECK(config.speech.dictionary == "/usr/share/pt.dict");
  CHECK(config.feed_base_url == "https://example.org/");
  CHECK(config.disabled_rules == std::set<cmos::RuleName>{"time-float"});
  CHECK(config.severities.at("mp3-size") == cmos::Severity::error);
  const auto style = cmos::choose_style(config.style);
  REQUIRE(style);
  CHECK(style->name == "bbc");
  CHECK(style->width == 40);
  CHECK(style->smallest_gap == cmos::Time(100));
  CHECK(style->speed == 18);
}

TEST_CASE("an empty configuration says nothing, nor does a key without a value") {
  for (const auto* text : {"", "# nothing yet\n", "formats:\ncaptions:\n  # width: 40\ncheck:\n"}) {
    INFO(text);
    const auto [config, found] = parse(text);
    CHECK(found.empty());
    CHECK(config.formats.empty());
    CHECK(config.style.style == nullptr);
    CHECK(config.style.changes.empty());
    CHECK(config.default_language.empty());
  }
}

TEST_CASE("one text does where a list is wanted") {
  CHECK(parse("formats: srt\n").value.formats == std::vector{Format::srt});
}

TEST_CASE("keys that there are not are errors at their place, in every section") {
  CHECK(diagnostics("format: vtt\n") == Strings{"1:1 config-unknown-key"});
  CHECK(diagnostics("captions:\n  widht: 40\n") == Strings{"2:3 config-unknown-key"});
  CHECK(diagnostics("align: {voice: x}\n") == Strings{"1:9 config-unknown-key"});
  CHECK(diagnostics("feed:\n  url: x\ncheck:\n  ignore: y\n") ==
        Strings{"2:3 config-unknown-key", "4:3 config-unknown-key"});
}

TEST_CASE("a key given twice is an error") {
  CHECK(diagnostics("language: en\nlanguage: de\n") == Strings{"2:1 config-repeated"});
  CHECK(diagnostics("captions:\n  width: 40\n  width: 41\n") == Strings{"3:3 config-repeated"});
  CHECK(diagnostics("check: {severity: {mp3-size: note, mp3-size: error}}\n") ==
        Strings{"1:36 config-repeated"});
}

TEST_CASE("values of another kind or outside their range are errors at their place") {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"formats: [vtt, docx]\n", "1:16"},
      {"formats: {vtt: yes}\n", "1:10"},
      {"language: english please\n", "1:11"},
      {"media_roots: [\"\"]\n", "1:15"},
      {"captions: yes\n", "1:11"},
      {"captions:\n  style: cinema\n", "2:10"},
      {"captions:\n  style: [bbc]\n", "2:10"},
      {"captions:\n  speaker_labels: sometimes\n", "2:19"},
      {"captions:\n  width: 7\n", "2:10"},
      {"captions:\n  width: wide\n", "2:10"},
      {"captions:\n  lines: 3\n", "2:10"},
      {"captions:\n  speed: 20.5\n", "2:10"},
      {"captions:\n  longest: 99999999999999\n", "2:12"},
      {"align:\n  model: [a]\n", "2:10"},
      {"feed:\n  base_url: javascript:alert(1)\n", "2:13"},
      {"check:\n  disable: [no-such-rule]\n", "2:13"},
      {"check:\n  severity:\n    mp3-size: fatal\n", "3:15"},
      {"check:\n  severity: error\n", "2:13"},
      {"- vtt\n", "1:1"},
  };
  for (const auto& [text, place] : wrong) {
    INFO(text);
    CHECK(diagnostics(text) == Strings{place + " config-value"});
  }
}

TEST_CASE("what cannot be read is one error") {
  CHECK(diagnostics("captions: {width: 40\n").size() == 1);
  CHECK(diagnostics("a: b: c\n") == Strings{"1:5 config-broken"});
  CHECK(diagnostics("language: en\n---\nlanguage: de\n").size() == 1);
  CHECK(diagnostics("language: \xFF\n") == Strings{"1:11 config-encoding"});
  CHECK(diagnostics(std::string("language\0: en\n", 14)) == Strings{"1:9 config-encoding"});
  CHECK(diagnostics(std::string(70'000, '#')) == Strings{"1:1 config-too-large"});
  CHECK(diagnostics("a: &a x\nlanguage: *a\n") ==
        Strings{"1:1 config-unknown-key", "2:11 config-alias"});
}

TEST_CASE("a byte order mark is no part of the text") {
  CHECK(diagnostics("\xEF\xBB\xBFlanguage: e\n") == Strings{"1:11 config-value"});
}
