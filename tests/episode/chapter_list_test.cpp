#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using namespace std::chrono_literals;
using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::Strings;

namespace {

std::string with_chapters(const std::string& yaml) {
  return "---\ntitle: Yorùbá\nmp3:\n  file: /m/a.mp3\n  size: 12\n  time: 1:00\nchapters:" + yaml +
         "\ntags: [a]\n---\n[transcript]\n[ann host1 Ann Ash]\n[0:01] ann: Hi.\n[/transcript]\n";
}

}  // namespace

TEST_CASE("chapters of the front matter are read with their places") {
  const auto page = with_chapters(
      "\n  - {time: \"0:00\", title: \"Ẹ káàbọ̀\"}\n"
      "  - time: 12:34.5\n    title: 'Crawlers: how?'\n    url: https://x.org/\n    image: c.png\n"
      "  - {title: Late, time: 1:02:03}");
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.empty());
  const auto& chapters = parsed.value.chapters;
  REQUIRE(chapters.size() == 3);
  CHECK(chapters[0].title == "Ẹ káàbọ̀");
  CHECK(chapters[1].time == 12min + 34s + 500ms);
  CHECK(chapters[1].title == "Crawlers: how?");
  CHECK(chapters[1].url == "https://x.org/");
  CHECK(chapters[1].image == "c.png");
  CHECK(chapters[1].offset == page.find("12:34.5"));
  CHECK(chapters[2].time == 1h + 2min + 3s);
}

TEST_CASE("chapters that lack something are left out with a diagnostic, the others stay") {
  const auto page = with_chapters(
      "\n  - {time: 0:00, title: Good}\n  - {title: Untimed}\n  - {time: 0:10}\n  - just text\n"
      "  - {time: soon, title: Unclear}\n  - {time: 0:30, title: Fine, colour: red}\n  -\n  - [x]");
  const auto parsed = parse(page);
  REQUIRE(parsed.value.chapters.size() == 2);
  CHECK(parsed.value.chapters[1].title == "Fine");
  CHECK(diagnostics(page) == Strings{place(page, "{title: Untimed") + " warning chapter-malformed",
                                     place(page, "{time: 0:10") + " warning chapter-malformed",
                                     place(page, "just text") + " warning chapter-malformed",
                                     place(page, "soon") + " warning chapter-time-malformed",
                                     place(page, "colour") + " warning chapter-key-unknown",
                                     place(page, "- [x]") + " warning chapter-malformed",
                                     place(page, "[x]") + " warning chapter-malformed"});
}

TEST_CASE("chapters that are no list are a diagnostic") {
  for (const std::string yaml : {" none", " {time: 0:00, title: One}", "\n  time: 0:00"}) {
    INFO(yaml);
    const auto page = with_chapters(yaml);
    CHECK(parse(page).value.chapters.empty());
    CHECK(diagnostics(page).size() == 1);
  }
  CHECK(diagnostics(with_chapters("")).empty());
  CHECK(diagnostics(with_chapters(" []")).empty());
}

TEST_CASE("keys that only look like the list are none of its business") {
  const auto page =
      with_chapters("\n  - {time: 0:00, title: {a: b}}\nother:\n  chapters:\n    - x");
  CHECK(parse(page).value.chapters.empty());
  CHECK(diagnostics(page).size() == 1);
}
