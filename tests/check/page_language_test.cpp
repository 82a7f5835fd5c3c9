#include "check/page_language.h"

#include <catch2/catch.hpp>
#include <string>

#include "episode/episode.h"

namespace {

using cmos::Episode;
using cmos::Page;

const std::string kFrench =
    "Bonjour à tous et merci d'être venus, c'est un plaisir de vous voir dans la salle. Nous "
    "allons parler de ce que les gens font avec leur temps, et pourquoi il ne faut pas le perdre. "
    "Je suis là pour vous dire que la vie est courte, mais que les jours sont longs, et qu'on y "
    "est bien quand on sait où on va avec les autres sur la route.";
const std::string kEnglish =
    "Hello and thank you all for coming, it is a pleasure to see you in the room. We are going to "
    "talk about what people do with their time, and why it should not be lost. I am here to tell "
    "you that life is short, but that the days are long, and that one is well when one knows where "
    "one is going with the others on the road.";

Page page_with(const std::string& words) {
  return Page("page.md", "---\ntitle: T\n---\n[transcript]\n[a host1 A]\n\n[0:00] a: " + words +
                             "\n[/transcript]\n");
}

struct Settled {
  std::string language;
  std::string finding;  // "" if there is none.
};

Settled settle(const std::string& words, const std::string& language, bool is_said) {
  const auto page = page_with(words);
  Episode episode = cmos::parse_episode(page, language).value;
  const auto found = cmos::settle_language(is_said, page, episode);
  REQUIRE(found.size() <= 1);
  return {episode.language, found.empty() ? "" : to_string(found[0])};
}

}  // namespace

TEST_CASE("a page that does not say its language is read in that of its words") {
  const auto french = settle(kFrench, "en", false);
  CHECK(french.language == "fr");
  CHECK(french.finding ==
        "page.md:7:11: warning: the page does not say its language, and the words seem to be fr, "
        "not en; write `language: fr` (read as fr) [language-doubtful]");
  CHECK(settle(kEnglish, "en", false).finding.empty());
  CHECK(settle(kEnglish, "en-GB", false).language == "en-GB");
}

TEST_CASE("what somebody has said stays, and is doubted where something is known of it") {
  const auto said = settle(kFrench, "en", true);
  CHECK(said.language == "en");
  CHECK(said.finding ==
        "page.md:7:11: warning: the words seem to be fr, not en; mend `language` "
        "[language-doubtful]");
  CHECK(settle(kFrench, "fr-CA", true).finding.empty());
  CHECK(settle(kFrench, "oc", true).finding.empty());
}

TEST_CASE("a quotation in another language makes none of the page") {
  const auto quoted = kEnglish + " " + kFrench.substr(0, 120);
  CHECK(settle(quoted, "en", false).finding.empty());
}

TEST_CASE("a page without words says nothing of its language") {
  CHECK(settle("", "en", false).finding.empty());
  CHECK(settle("[laughs] ... 5", "en", false).finding.empty());
}
