// A correct page, and what is found on it once something is changed.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "check/page_language.h"
#include "check/page_rules.h"
#include "episode/episode.h"

namespace check_pages {

inline const std::string kCorrect = R"(---
title: "Night trains"
language: en
mp3:
  file: /media/night-trains.mp3
  size: 27466201
  time: 30:02
---
{% youtube id="6cmmK7Gsr7A" file="night-trains" %}

* [Timetables](https://timetables.example.org/)

<!-- to be continued -->

[transcript]
  [ada host1 Ada Moor]
  [ben guest1 Ben van Oord]

  [00:01] ada: Welcome, Ben!

  [00:05] ben:
    Thank you. She said <q>all aboard!</q> and [left](https://trains.example.org/leave).
    [laughs] So I <a href="https://www.example.org/">followed</a>.

## On the way
  [01:02] ada: Bye.
[/transcript]
)";

using Changes = std::vector<std::pair<std::string, std::string>>;

// The first occurrence of each first text replaced by the second.
inline std::string changed(std::string page, const Changes& changes) {
  for (const auto& [from, to] : changes) {
    const auto at = page.find(from);
    if (at == std::string::npos) throw std::logic_error("the page has no \"" + from + "\"");
    page.replace(at, from.size(), to);
  }
  return page;
}

inline cmos::Diagnostics diagnostics(const std::string& text) {
  const cmos::Page page("page.md", text);
  auto [episode, found] = cmos::parse_episode(page);
  for (auto& diagnostic : cmos::check_page(episode, page)) {
    found.push_back(std::move(diagnostic));
  }
  for (auto& diagnostic : cmos::settle_language(episode.language_said, page, episode)) {
    found.push_back(std::move(diagnostic));
  }
  cmos::sort_by_place(found);
  return found;
}

inline bool has(const cmos::Diagnostics& diagnostics, std::string_view rule) {
  return std::ranges::any_of(
      diagnostics, [&](const auto& diagnostic) { return diagnostic.rule.name() == rule; });
}

}  // namespace check_pages
