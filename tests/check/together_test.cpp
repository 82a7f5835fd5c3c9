#include <catch2/catch.hpp>
#include <deque>
#include <string>
#include <vector>

#include "check/together.h"
#include "cmos/source_position.h"
#include "pages.h"

namespace {

using check_pages::changed;
using check_pages::Changes;
using check_pages::kCorrect;

// Diagnostics of pages that differ from the correct one, as "file:line:column rule".
std::vector<std::string> together(const std::vector<Changes>& pages) {
  std::deque<cmos::Page> changed_pages;
  std::deque<cmos::Episode> episodes;
  std::vector<cmos::PageView> views;
  for (const auto& changes : pages) {
    const auto name = std::to_string(changed_pages.size() + 1) + ".md";
    const auto& page = changed_pages.emplace_back(name, changed(kCorrect, changes));
    episodes.push_back(cmos::parse_episode(page).value);
    views.push_back({page, episodes.back(), page});
  }
  std::vector<std::string> result;
  for (const auto& diagnostics : cmos::check_together(views)) {
    for (const auto& found : diagnostics) {
      result.push_back(found.file + ":" + std::to_string(found.position.value().line) + ":" +
                       std::to_string(found.position.value().column) + " " +
                       std::string(found.rule.name()));
    }
  }
  return result;
}

const Changes kAnother = {{"night-trains.mp3", "boats.mp3"},
                          {"27466201", "27466202"},
                          {"6cmmK7Gsr7A", "6cmmK7Gsr7B"},
                          {"Ben van Oord", "Berta Lund"}};

Changes another_with(const Changes& more) {
  auto changes = kAnother;
  changes.insert(changes.end(), more.begin(), more.end());
  return changes;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("pages that share nothing but a host have no diagnostic") {
  CHECK(together({{}, kAnother}).empty());
  CHECK(together({}).empty());
}

TEST_CASE("an MP3, a size with its time and a video on two pages are found at the later page") {
  CHECK(together({{}, {}}) == Strings{"2.md:5:9 mp3-claimed-twice",
                                      "2.md:6:9 size-and-time-claimed-twice",
                                      "2.md:9:15 youtube-id-claimed-twice"});
  CHECK(together({{}, kAnother, another_with({{"boats.mp3", "night-trains.mp3"}})}) ==
        Strings{"3.md:5:9 mp3-claimed-twice", "3.md:6:9 size-and-time-claimed-twice",
                "3.md:9:15 youtube-id-claimed-twice"});
}

TEST_CASE("the same size with another time, or the same time with another size, is no diagnostic") {
  CHECK(together({{}, another_with({{"27466202", "27466201"}, {"30:02", "30:03"}})}).empty());
}

TEST_CASE("a speaker whose name or ID is spelt in two ways is found, another person is not") {
  CHECK(together({{}, another_with({{"Ada Moor", "Ada Mohr"}})}) ==
        Strings{"2.md:16:3 speaker-spelt-differently"});
  CHECK(together({{}, another_with({{"[ada host1", "[moor host1"}})}) ==
        Strings{"2.md:16:3 speaker-spelt-differently"});
  CHECK(together({{}, another_with({{"Ada Moor", "Ada Lovelace"}})}).empty());
}
