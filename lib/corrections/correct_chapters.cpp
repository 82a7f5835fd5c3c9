#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "corrections/apply.h"

namespace cmos {

namespace {

// Null unless exactly one has the title.
Chapter* find(Chapters& chapters, const std::string& title) {
  const auto first = std::ranges::find(chapters, title, &Chapter::title);
  if (first == chapters.end()) return nullptr;
  const auto rest = std::next(first);
  return std::find_if(rest, chapters.end(),
                      [&](const Chapter& chapter) { return chapter.title == title; }) ==
                 chapters.end()
             ? &*first
             : nullptr;
}

// Why the chapter cannot begin then; empty if it can.
std::string obstacle(const Chapters& chapters, const Chapter& chapter, Time time) {
  if (time == chapter.time.start) return {};
  if (&chapter == &chapters.front()) return "the first chapter begins with the sound";
  if (time >= chapters.back().time.end) return "the sound is over then";
  const bool is_taken =
      std::ranges::any_of(chapters, [&](const Chapter& other) { return other.time.start == time; });
  return is_taken ? "another chapter begins then" : "";
}

void put_in_order(Chapters& chapters) {
  const auto end = chapters.back().time.end;
  std::ranges::sort(chapters, {}, [](const Chapter& chapter) { return chapter.time.start; });
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    chapters[i].time.end = i + 1 < chapters.size() ? chapters[i + 1].time.start : end;
  }
}

}  // namespace

Diagnostics correct_chapters(const std::vector<Correction>& corrections, const Page& file,
                             Chapters& chapters) {
  Diagnostics diagnostics;
  const auto report = [&](RuleName rule, const Correction& correction, std::string message) {
    diagnostics.push_back(make_diagnostic(rule, file.name, file.lines.position(correction.offset),
                                          std::move(message)));
  };
  for (const auto& correction : corrections) {
    if (correction.chapter.empty() || chapters.empty()) continue;
    auto* chapter = find(chapters, correction.chapter);
    if (chapter == nullptr) chapter = find(chapters, correction.title);
    if (chapter == nullptr) {
      report(
          "correction-stale", correction,
          fmt::format("there is no chapter \"{}\", or more than one (the correction is left out); "
                      "mend the title, or remove the correction",
                      correction.chapter));
      continue;
    }
    const auto time = correction.time.value_or(chapter->time.start);
    if (const auto why = obstacle(chapters, *chapter, time); !why.empty()) {
      report("correction-conflict", correction,
             fmt::format("the chapter \"{}\" stays at {}: {}", correction.chapter,
                         format_clock(chapter->time.start), why));
    } else {
      chapter->time.start = time;
    }
    if (!correction.title.empty()) chapter->title = correction.title;
    put_in_order(chapters);
  }
  return diagnostics;
}

}  // namespace cmos
