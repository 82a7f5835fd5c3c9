#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::Strings;

TEST_CASE("an empty page is an error, one of blanks too") {
  CHECK(diagnostics("") == Strings{"1:1 error page-empty"});
  CHECK(diagnostics("\xEF\xBB\xBF \r\n\t\n") == Strings{"1:1 error page-empty"});
}

TEST_CASE("a page without a transcript is an error") {
  CHECK(diagnostics(pages::kFrontMatter + "Hello.\n") == Strings{"9:1 error transcript-missing"});
  CHECK(diagnostics(pages::kFrontMatter + "[/transcript]") ==
        Strings{"8:14 error transcript-missing"});
}

TEST_CASE("a transcript without a turn is an error") {
  const auto page = pages::kFrontMatter + "[transcript]\nHello.\n[/transcript]\n";
  CHECK(diagnostics(page) ==
        Strings{"9:1 warning text-before-first-turn", "9:1 error transcript-empty"});
  CHECK(diagnostics(pages::kFrontMatter + "[transcript]") ==
        Strings{"8:1 warning transcript-unclosed", "8:13 error transcript-empty"});
}

TEST_CASE("a binary file is an error and no further diagnostic") {
  CHECK(diagnostics(std::string("ID3\x04\0\0text\n[transcript]", 22)) ==
        Strings{"1:5 error page-binary"});
  const auto utf16 = parse(std::string("\xFF\xFE-\0-\0", 6)).diagnostics;
  REQUIRE(utf16.size() == 1);
  CHECK(utf16[0].message == "the page is UTF-16; save it as UTF-8");
}

TEST_CASE("a page of more than 16 MiB is an error, one of as many is read", "[long]") {
  const auto end = std::string("\n[/transcript]\n");
  auto page = pages::with_speech("Hi.") + "\n";
  page.resize(cmos::kMaxPageSize, '\n');
  CHECK(parse(page).diagnostics.empty());
  CHECK(parse(page).value.turns.size() == 2);
  page += '\n';
  CHECK(diagnostics(page) == Strings{"1:1 error page-too-large"});
  CHECK(parse(page).value.turns.empty());
}

TEST_CASE("bytes that are not UTF-8 are an error, and the rest of the page is read on") {
  const auto page =
      pages::with_transcript("[0:01] ann: caf\xE9 \xF0\x9F\x98 au lait.\n[0:99] bob: Ho.");
  CHECK(diagnostics(page) == Strings{place(page, "\xE9") + " error utf8-invalid",
                                     place(page, "0:99") + " warning stamp-malformed"});
  const auto parsed = parse(page);
  CHECK(parsed.diagnostics.at(0).message ==
        "the page is not UTF-8 here (4 such bytes in all); save it as UTF-8");
  CHECK(pages::text(parsed.value, 0, 3) == "caf?\u00A0??? au lait.");
}

TEST_CASE("one run reports all diagnostics of a page, in page order") {
  const std::string page =
      "---\ntitle: [x]\nmp3: {file: /a.mp3, size: 1, time: 0.30}\n---\n[transcript]\n"
      "[ann host1 Ann]\n[bob guest1 Bob]\n[0:01] ann: <q>Hi.\n[0:99] zoe: Ho [hm].\n"
      "[0:00] ann:\n[0:31] zoe: <a href=\"x\">End.\n";
  CHECK(diagnostics(page) ==
        Strings{"2:8 warning title-malformed", "3:36 warning time-float",
                "5:1 warning transcript-unclosed", "7:1 warning speaker-unused",
                "8:13 warning quote-unbalanced", "9:2 warning stamp-malformed",
                "9:8 warning speaker-undeclared", "10:1 warning turn-empty",
                "10:2 warning stamp-backwards", "11:2 warning stamp-beyond-claimed-time",
                "11:13 warning link-unclosed"});
}

TEST_CASE("a rule that is broken too often is told a thousand times and then counted") {
  std::string lines;
  for (int i = 0; i < 1200; ++i) lines += "[9:99] ann: Hi.\n";
  const auto parsed = parse(pages::with_transcript(lines + "[0:01] bob: Ho."));
  CHECK(parsed.value.turns.size() == 1201);
  REQUIRE(parsed.diagnostics.size() == 1000);
  const auto& last = parsed.diagnostics.back().message;
  CHECK(last.substr(last.size() - 25) == " (and 200 more like this)");
}
