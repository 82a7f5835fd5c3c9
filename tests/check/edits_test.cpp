#include "cmos/diagnostic.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <fstream>
#include <string>

#include "support/process.h"

using cmos::apply_edits;
using cmos::unified_diff;

TEST_CASE("edits are made where they belong, whatever their order") {
  CHECK(apply_edits("abcdef", {}) == "abcdef");
  CHECK(apply_edits("abcdef", {{{4, 6}, "X"}, {{0, 1}, ""}, {{2, 2}, "--"}}) == "b--cdX");
  CHECK(apply_edits("a\r\nb\r\n", {{{3, 4}, "c"}}) == "a\r\nc\r\n");
}

TEST_CASE("of edits at one place the last counts, and none reaches into another") {
  CHECK(apply_edits("abcdef", {{{1, 3}, "X"}, {{1, 3}, "Y"}}) == "aYdef");
  CHECK(apply_edits("abcdef", {{{1, 4}, "X"}, {{2, 3}, "Y"}}) == "aXef");
  CHECK(apply_edits("abcdef", {{{1, 3}, "X"}, {{3, 4}, "Y"}}) == "aXYef");
}

TEST_CASE("a diff turns the old page into the new one with patch, and is that of diff -u") {
  std::string before;
  for (int i = 0; i < 40; ++i) before += "line " + std::to_string(i) + (i % 7 == 0 ? "\r\n" : "\n");
  before += "no end";
  auto after = before;
  const auto change = [&](const std::string& from, const std::string& to) {
    after.replace(after.find(from), from.size(), to);
  };
  change("line 0", "first");
  change("line 12", "Line 12");
  change("line 13", "Line 13");
  change("line 20", "Line 20");
  change("line 30", "Line 30");
  change("no end", "still none");
  const auto diff = unified_diff(before, after, "page.md");

  const TemporaryFolder folder;
  const auto old_page = folder.path() / "page.md";
  std::ofstream(old_page, std::ios::binary) << before;
  std::ofstream(folder.path() / "new.md", std::ios::binary) << after;
  std::ofstream(folder.path() / "page.diff", std::ios::binary) << diff;
  const auto judged = run({"diff", "-u", "--label", "page.md", "--label", "page.md", old_page,
                           folder.path() / "new.md"});
  CHECK(judged.out == diff);
  CHECK(unified_diff(before, before, "page.md").empty());
}
