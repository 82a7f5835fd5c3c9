// For each rule about a page alone: a page that breaks it, and one that comes close and does not.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "cmos/rule.h"
#include "pages.h"

namespace {

using check_pages::changed;
using check_pages::Changes;
using check_pages::diagnostics;
using check_pages::has;
using check_pages::kCorrect;

struct Case {
  std::string rule;
  Changes breaks;
  Changes keeps;
  // What the break cannot do without breaking.
  std::set<std::string> also = {};
};

std::string whole(const std::string& text) {
  return text;
}

const std::string kFrontMatter = kCorrect.substr(0, kCorrect.find("{%"));
const std::string kTurns = kCorrect.substr(
    kCorrect.find("  [00:01]"), kCorrect.find("[/transcript]") - kCorrect.find("  [00:01]"));

const std::string kGerman =
    "Heute sprechen wir darüber, wie ein Zug durch die Nacht fährt und was man "
    "dabei sehen kann. Ich habe das schon oft gemacht, aber es ist für mich immer noch etwas "
    "Besonderes, weil man am Morgen in einer anderen Stadt ist. Und wenn die Sonne über den "
    "Bergen steht, dann weiss man, dass sich die Reise gelohnt hat, auch mit wenig Schlaf.";

const std::vector<Case> kCases = {
    {"page-empty", {{kCorrect, " \n"}}, {{kCorrect, "\n" + kCorrect}}},
    {"page-binary", {{"Welcome", whole({"Wel\0come", 8})}}, {{"Welcome", "Wel\tcome"}}},
    {"page-too-large",
     {{kCorrect, std::string(cmos::kMaxPageSize + 1, 'x')}},
     {{"to be continued", std::string(100'000, 'x')}}},
    {"utf8-invalid", {{"Welcome", "Caf\xE9"}}, {{"Welcome", "Caf\xC3\xA9"}}},
    {"comment-unclosed", {{" -->", ""}}, {{"<!-- to be continued -->", "<!-->"}}},
    {"front-matter-missing",
     {{kFrontMatter, ""}},
     {{kFrontMatter, "=title Night trains\n=mp3 /a.mp3, 1, 30:02\n"}}},
    {"front-matter-unclosed", {{"30:02\n---\n", "30:02\n\n"}}, {{"30:02\n---\n", "30:02\n...\n"}}},
    {"front-matter-broken",
     {{"\"Night trains\"", "Night: trains"}},
     {{"\"Night trains\"", "Night:trains"}}},
    {"front-matter-toml",
     {{kFrontMatter, "+++\ntitle = Night trains\n+++\n"}},
     {{kFrontMatter,
       "+++\ntitle = \"Night trains\"\nmp3 = {file = \"/a.mp3\", size = 1, time = "
       "\"30:02\"}\n+++\n"}},
     {"title-missing", "mp3-file-unnamed", "mp3-size-missing", "mp3-time-missing"}},
    {"language-underscore",
     {{"language: en", "language: en_GB"}},
     {{"language: en", "language: en-GB"}}},
    {"language-doubtful",
     {{"Welcome, Ben!", kGerman}},
     {{"Welcome, Ben!", kGerman}, {"language: en", "language: de-AT"}}},
    {"chapter-address",
     {{"language: en",
       "language: en\nchapters:\n  - {time: \"0:00\", title: Hi, url: \"data:x\"}"}},
     {{"language: en", "language: en\nchapters:\n  - {time: \"0:00\", title: Hi, url: \"/a\"}"}}},
    {"code-in-transcript", {{"## On the way", "```\nx\n```"}}, {{"## On the way", "```"}}},
    {"front-matter-alias",
     {{"\"Night trains\"", "&a \"Night trains\""}, {"language: en", "language: *a"}},
     {{"\"Night trains\"", "\"*a\""}}},
    {"front-matter-repeated",
     {{"language: en", "language: en\nlanguage: de"}},
     {{"language: en", "language: en\ntags:\n  - a\n  - a"}}},
    {"front-matter-too-large",
     {{"language: en", "language: en\ntext: " + std::string(70'000, 'x')}},
     {{"language: en", "language: en\ntext: " + std::string(60'000, 'x')}},
     {"title-missing", "mp3-file-unnamed", "mp3-size-missing", "mp3-time-missing"}},
    {"title-missing", {{"title: \"Night trains\"\n", ""}}, {{"\"Night trains\"", "'x'"}}},
    {"title-malformed",
     {{"\"Night trains\"", "[Night, trains]"}},
     {{"\"Night trains\"", "\"[Night]\""}}},
    {"language-malformed", {{": en", ": English!"}}, {{": en", ": pt-BR"}}},
    {"key-misspelt", {{"language: en", "langauge: de"}}, {{"language: en", "locale: de"}}},
    {"mp3-malformed",
     {{"mp3:\n  file: /media/night-trains.mp3\n  size: 27466201\n  time: 30:02",
       "mp3: /media/x.mp3"}},
     {{"/media/night-trains.mp3", "x.mp3"}},
     {"mp3-size-missing", "mp3-time-missing"}},
    {"mp3-file-unnamed",
     {{"  file: /media/night-trains.mp3\n", ""}},
     {{"/media/night-trains.mp3", "x"}}},
    {"mp3-file-malformed",
     {{"/media/night-trains.mp3", "[x.mp3]"}},
     {{"/media/night-trains.mp3", "\"x\""}}},
    {"mp3-size-missing", {{"  size: 27466201\n", ""}}, {{"27466201", "1"}}},
    {"mp3-time-missing", {{"  time: 30:02\n", ""}}, {{"30:02", "1:30:02"}}},
    {"mp3-size-malformed", {{"27466201", "27 MB"}}, {{"27466201", "\"27466201\""}}},
    {"mp3-time-malformed", {{"30:02", "30 minutes"}}, {{"30:02", "\"30:02\""}}},
    {"time-float", {{"30:02", "30.02"}}, {{"30:02", "'30:02'"}}},
    {"pronunciation-malformed",
     {{"language: en", "language: en\npronunciations:\n  Ada Byron: EY D AH"}},
     {{"language: en", "language: en\npronunciations:\n  Ada: EY D AH"}}},
    {"pronunciations-malformed",
     {{"language: en", "language: en\npronunciations: Ada"}},
     {{"language: en", "language: en\npronunciations:\n  Ada: EY D AH"}}},
    {"chapter-malformed",
     {{"language: en", "language: en\nchapters:\n  - {time: \"0:00\"}"}},
     {{"language: en", "language: en\nchapters:\n  - {time: \"0:00\", title: Hi}"}}},
    {"chapter-time-malformed",
     {{"language: en", "language: en\nchapters:\n  - {time: soon, title: Hi}"}},
     {{"language: en", "language: en\nchapters:\n  - {time: \"1:02:03.5\", title: Hi}"}}},
    {"chapter-key-unknown",
     {{"language: en", "language: en\nchapters:\n  - {time: \"0:00\", title: Hi, color: red}"}},
     {{"language: en", "language: en\nchapters:\n  - {time: \"0:00\", title: Hi, url: \"/a\"}"}}},
    {"youtube-id-missing",
     {{"id=\"6cmmK7Gsr7A\" ", ""}},
     {{"{% youtube id=\"6cmmK7Gsr7A\"", "{% vimeo"}}},
    {"youtube-id-malformed", {{"6cmmK7Gsr7A", "6cmmK7Gsr7"}}, {{"6cmmK7Gsr7A", "-_cmmK7Gsr7"}}},
    {"youtube-offset-malformed",
     {{"language: en", "language: en\nyoutube_offset: soon"}},
     {{"language: en", "language: en\nyoutube_offset: 12.5"}}},
    {"transcript-missing",
     {{"[transcript]\n", ""}},
     {{"[transcript]\n", "[Transcript]\n"}},
     {"link-unopened"}},
    {"transcript-empty", {{kTurns, ""}}, {{"Welcome, Ben!", "Hm."}}, {"speaker-unused"}},
    {"transcript-unclosed", {{"[/transcript]\n", ""}}, {{"[/transcript]\n", "[/transcript]"}}},
    {"transcript-repeated",
     {{"## On the way", "[transcript]"}},
     {{"## On the way", "## [transcript]"}},
     {}},
    {"declaration-malformed",
     {{"Ada Moor]", "Ada Moor"}},
     {{"[ada host1 Ada Moor]", "[ ada host1 Ada ]"}}},
    {"speaker-redeclared",
     {{"[ben guest1", "[ada host2 Ada]\n[ben guest1"}},
     {{"Ada Moor]", "Ada ada]"}}},
    {"speaker-undeclared", {{"[01:02] ada:", "[01:02] zoe:"}}, {{"Bye.", "zoe: Bye."}}},
    {"speaker-unused",
     {{"[ben guest1", "[zoe guest2 Zoe Zimt]\n[ben guest1"}},
     {{"Ada Moor", "Ada"}}},
    {"speaker-missing",
     {{"[01:02] ada: Bye", "[01:02] Bye"}},
     {{"[01:02] ada: Bye", "[01:02] ada : Bye"}}},
    {"speaker-id-near",
     {{"[01:02] ada:", "[01:02] adaa:"}},
     {{"[ada host1", "[bea host1"}, {"ada:", "bea:"}, {"ada:", "bea:"}},
     {"speaker-undeclared"}},
    {"colon-missing", {{"[01:02] ada:", "[01:02] ada"}}, {{"[01:02] ada:", "[01:02]ada:"}}},
    {"stamp-malformed", {{"[01:02]", "[01:72]"}}, {{"[01:02]", "[0:01:02]"}}},
    {"stamp-backwards", {{"[01:02]", "[00:04]"}}, {{"[01:02]", "[00:05]"}}},
    {"stamp-missing", {{"  [01:02] ada:", "  ada:"}}, {{"Thank you.", "I say: ada: so."}}},
    {"stamp-beyond-claimed-time", {{"[01:02]", "[30:03]"}}, {{"[01:02]", "[30:02]"}}},
    {"stamp-in-speech",
     {{"Thank you.", "Thank you. [00:30] ada: Oh."}},
     {{"Thank you.", "`[00:30]`"}}},
    {"turn-empty", {{"Bye.", ""}}, {{"Bye.", "*"}}},
    {"text-before-first-turn",
     {{"  [00:01]", "Hello.\n  [00:01]"}},
     {{"  [00:01]", "  [00:00] ada: Hello.\n  [00:01]"}}},
    {"quote-unbalanced", {{"</q>", ""}}, {{"</q>", "\n\nI mean it.</q>"}}},
    {"tag-unknown", {{"all aboard!", "all aboard!</l>"}}, {{"all aboard!", "all `aboard</l>`!"}}},
    {"link-unclosed", {{"</a>", ""}}, {{"</a>", "</A>"}}},
    {"link-unopened",
     {{"<a href=\"https://www.example.org/\">", ""}},
     {{"<a href=\"", "<A HREF = \""}}},
    {"link-doubled-scheme",
     {{"https://trains", "http://www.http://trains"}},
     {{"/leave", "/?to=http://example.org/"}}},
    {"link-broken",
     {{"https://trains", "htps://trains"}},
     {{"https://trains.example.org/", "HTTPS://TRAINS.EXAMPLE.ORG/"}}},
    {"bracket-like-link", {{"[laughs]", "[meetup],"}}, {{"[laughs]", "[laughs out loud]"}}},
    {"bracket-like-declaration",
     {{"## On the way", "[zoe speaker1 Zoe Zimt]"}},
     {{"## On the way", "[laughs for two minutes]"}}},
    {"note-in-speech", {{"Bye.", "Bye [coughs]."}}, {{"[laughs]", "`[laughs]`"}}},
};

bool is_about_a_page_alone(const cmos::Rule& rule) {
  // The files' own rules are shown by the tests of the program.
  static const std::set<std::string_view> kOfFiles{
      "not-found",    "read-failed",     "too-large",      "write-failed",   "output-edited",
      "no-resources", "chapters-unread", "too-many-turns", "too-many-words", "word-too-long"};
  // Those of transcripts in other forms and of captions are shown by the tests of these.
  static const std::set<std::string_view> kOfOtherForms{"transcript-assumed",
                                                        "transcript-line-unspoken",
                                                        "transcript-time-malformed",
                                                        "transcript-forms-mixed",
                                                        "transcript-form-broken",
                                                        "transcript-form-unknown",
                                                        "transcript-out-of-order",
                                                        "transcript-file-missing",
                                                        "captions-missing",
                                                        "captions-unheard",
                                                        "cue-unheard"};
  return rule.topic <= cmos::RuleTopic::markup && !kOfFiles.contains(rule.name) &&
         !kOfOtherForms.contains(rule.name);
}

}  // namespace

TEST_CASE("the correct page has no diagnostic but its note") {
  const auto found = diagnostics(kCorrect);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule.name() == "note-in-speech");
}

TEST_CASE("every rule about a page has one that breaks it and one that does not") {
  std::set<std::string> tested;
  for (const auto& one : kCases) {
    CAPTURE(one.rule);
    tested.insert(one.rule);
    const auto broken = diagnostics(changed(kCorrect, one.breaks));
    CHECK(has(broken, one.rule));
    for (const auto& diagnostic : broken) {
      CAPTURE(to_string(diagnostic));
      CHECK((diagnostic.rule.name() == one.rule || diagnostic.rule.name() == "note-in-speech" ||
             one.also.contains(std::string(diagnostic.rule.name()))));
    }
    for (const auto& diagnostic : diagnostics(changed(kCorrect, one.keeps))) {
      CAPTURE(to_string(diagnostic));
      CHECK(diagnostic.rule.name() != one.rule);
    }
  }
  for (const auto& rule : cmos::rules()) {
    CAPTURE(rule.name);
    CHECK(tested.contains(std::string(rule.name)) == is_about_a_page_alone(rule));
  }
}
