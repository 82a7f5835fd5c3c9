// The faults of real pages, on one page of our own: needs no corpus.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "check/together.h"
#include "cmos/source_position.h"
#include "pages.h"

using check_pages::changed;
using check_pages::kCorrect;

namespace {

std::vector<std::string> places_and_rules(const cmos::Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& diagnostic : diagnostics) {
    const auto place = diagnostic.position.value();
    result.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                     std::string(diagnostic.rule.name()));
  }
  return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the faults of real pages are all found, also on one page") {
  const auto page = changed(
      kCorrect, {{"30:02", "25.01"},
                 {"(https://timetables.example.org/)\n",
                  "(http://www.http://trains.example/)\n"
                  "* <a href= \"/a\">A</a></l>\n"},
                 {"aboard!</q>", "aboard!<q>"},
                 {"https://trains.example.org/leave", "http://http://trains.example.org/leave"},
                 {"[laughs] So", "At one [meetup], any of [garbled] I"},
                 {"[01:02] ada: Bye.", "[25:02] ada: Bye."}});
  CHECK(places_and_rules(check_pages::diagnostics(page)) ==
        Strings{"7:9 time-float", "11:16 link-doubled-scheme", "12:22 tag-unknown",
                "23:39 quote-unbalanced", "23:54 link-doubled-scheme", "24:12 bracket-like-link",
                "24:29 note-in-speech", "27:4 stamp-beyond-claimed-time"});
}

TEST_CASE("a page with another page's size and time is found alone and beside that page") {
  const auto copied = changed(
      kCorrect,
      {{"night-trains.mp3", "boats.mp3"}, {"6cmmK7Gsr7A", "6cmmK7Gsr7B"}, {"[01:02]", "[35:09]"}});
  CHECK(places_and_rules(check_pages::diagnostics(copied)) ==
        Strings{"23:5 note-in-speech", "26:4 stamp-beyond-claimed-time"});

  const cmos::Page original("1.md", kCorrect);
  const cmos::Page copy("2.md", copied);
  const auto episode = cmos::parse_episode(original).value;
  const auto copied_episode = cmos::parse_episode(copy).value;
  const auto diagnostics = cmos::check_together(
      std::vector<cmos::PageView>{{original, episode, original}, {copy, copied_episode, copy}});
  CHECK(diagnostics.at(0).empty());
  CHECK(places_and_rules(diagnostics.at(1)) == Strings{"6:9 size-and-time-claimed-twice"});
}
