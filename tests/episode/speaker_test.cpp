#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::diagnostics;
using pages::kFrontMatter;
using pages::parse;
using pages::place;
using pages::Strings;

namespace {

std::string with_lines(const std::string& lines) {
  return kFrontMatter + "[transcript]\n" + lines + "[/transcript]\n";
}

}  // namespace

TEST_CASE("a declaration gives ID, role and a name of any length") {
  const auto page = with_lines(
      "  [job guest1 Job  van   Achterberg]\n[ñandú host1 Ñ]\n[0:01] job: Hi.\n[0:02] ñandú: "
      "Ho.\n");
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty());
  const auto& speakers = parsed.value.speakers;
  REQUIRE(speakers.size() == 2);
  CHECK(speakers[0].id == "job");
  CHECK(speakers[0].role == "guest1");
  CHECK(speakers[0].name == "Job van Achterberg");
  CHECK(pages::bytes(page, speakers[0].source) == "[job guest1 Job  van   Achterberg]");
  CHECK(speakers[1].name == "Ñ");
  CHECK(parsed.value.turns.at(1).speaker == 1);
}

TEST_CASE("an undeclared speaker is told once and shown by the ID") {
  const auto page = with_lines(
      "[ann host1 Ann]\n[0:01] ann: Hi.\n[0:02] zoe: Ho.\n[0:03] ann: Hi.\n[0:04] zoe: Ho.\n");
  const auto parsed = parse(page);
  CHECK(diagnostics(page) == Strings{place(page, "zoe") + " warning speaker-undeclared"});
  REQUIRE(parsed.value.speakers.size() == 2);
  const auto& zoe = parsed.value.speakers[1];
  CHECK(zoe.id == "zoe");
  CHECK(zoe.name == "zoe");
  CHECK(zoe.role.empty());
  CHECK(zoe.source.begin == page.find("zoe"));
  CHECK(parsed.value.turns.at(3).speaker == 1);
}

TEST_CASE("a doubled declaration counts once") {
  const auto page = with_lines("[ann host1 Ann]\n[ann guest1 Anna]\n[0:01] ann: Hi.\n");
  CHECK(diagnostics(page) == Strings{place(page, "[ann guest1") + " warning speaker-redeclared"});
  CHECK(parse(page).value.speakers.at(0).name == "Ann");
}

TEST_CASE("a declared speaker who says nothing is told") {
  const auto page = with_lines("[ann host1 Ann]\n[bob guest1 Bob]\n[0:01] ann: Hi.\n");
  CHECK(diagnostics(page) == Strings{place(page, "[bob") + " warning speaker-unused"});
}

TEST_CASE("a declaration without a role or a bracket still counts") {
  const auto page =
      with_lines("[ann Ann]\n[bob guest1 Bob Berg\n[0:01] ann: Hi.\n[0:02] bob: Ho.\n");
  CHECK(diagnostics(page) ==
        Strings{place(page, "[ann Ann]") + " warning declaration-malformed",
                place(page, "[bob guest1") + " warning declaration-malformed"});
  const auto& speakers = parse(page).value.speakers;
  CHECK(speakers.at(0).name == "Ann");
  CHECK(speakers.at(0).role.empty());
  CHECK(speakers.at(1).name == "Bob Berg");
}

TEST_CASE("a host or guest may be declared late, even after speaking") {
  const auto page = with_lines(
      "[ann host1 Ann]\n[0:01] ann: Hi.\n[0:02] bob: Ho.\n[bob guest1 Bob Berg]\n\n[all of them "
      "laughing]\n");
  const auto parsed = parse(page);
  CHECK(diagnostics(page).empty());
  CHECK(parsed.value.speakers.at(1).name == "Bob Berg");
  CHECK(pages::text(parsed.value, parsed.value.turns.at(1)) == "Ho. [all of them laughing]");
}

TEST_CASE("a stamp without a speaker goes on with the one before") {
  const auto page = with_lines(
      "[ann host1 Ann]\n[bob guest1 Bob]\n[0:01] bob: Hi.\n[0:05] One thing: this.\n[0:06]\nMore.\n"
      "[0:07] ann: Ho.\n");
  const auto parsed = parse(page);
  CHECK(diagnostics(page) == Strings{place(page, "One thing") + " warning speaker-missing",
                                     "13:6 warning speaker-missing"});
  REQUIRE(parsed.value.turns.size() == 4);
  CHECK(parsed.value.turns[1].speaker == 1);
  CHECK(pages::text(parsed.value, parsed.value.turns[1]) == "One thing: this.");
  CHECK(pages::text(parsed.value, parsed.value.turns[2]) == "More.");
}

TEST_CASE("a first stamp without a speaker belongs to the first declared one, or to nobody known") {
  CHECK(parse(with_lines("[ann host1 Ann]\n[0:01] Hi.\n")).value.turns.at(0).speaker == 0);
  const auto parsed = parse(with_lines("[0:01] Hi.\n[0:02]: Ho.\n"));
  REQUIRE(parsed.value.speakers.size() == 1);
  CHECK(parsed.value.speakers[0].name == "Unknown");
  CHECK(parsed.value.turns.size() == 2);
}

TEST_CASE("a declared speaker without a colon is still the speaker") {
  const auto page = with_lines("[ann host1 Ann]\n[0:01] ann Hi you.\n[0:02] ann\nHo.\n");
  const auto parsed = parse(page);
  CHECK(diagnostics(page) == Strings{"10:8 warning colon-missing", "11:8 warning colon-missing"});
  CHECK(pages::text(parsed.value, parsed.value.turns.at(0)) == "Hi you.");
  CHECK(pages::text(parsed.value, parsed.value.turns.at(1)) == "Ho.");
}

TEST_CASE("a name of several words behind a stamp is a speaker if it returns or is declared") {
  const auto parsed = parse(
      "---\ntitle: T\nmp3: {file: a.mp3, size: 1, time: '0:12'}\n---\n[transcript]\n"
      "[bo guest1 Bo van Oord]\n[0:01] Ada Palmer: Hi. Note: one.\n[0:02] Bo van Oord: Yes.\n"
      "[0:03] Ada Palmer : So. \n[0:04] Last Words First: said once.\n[0:05] Note to all: x\n"
      "[/transcript]\n");
  const auto& episode = parsed.value;
  REQUIRE(episode.speakers.size() == 2);
  CHECK(episode.speakers[0].id == "bo");
  CHECK(episode.speakers[1].name == "Ada Palmer");
  REQUIRE(episode.turns.size() == 5);
  CHECK(episode.turns[0].speaker == 1);
  CHECK(episode.turns[1].speaker == 0);
  CHECK(episode.turns[2].speaker == 1);
  CHECK(episode.words[episode.turns[0].first_word].text == "Hi.");
  CHECK(episode.words[episode.turns[3].first_word].text == "Last");
  CHECK(episode.words[episode.turns[4].first_word].text == "Note");
}
