// Every diagnostic on the real pages; each was judged true by reading.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "pages.h"

TEST_CASE("the real pages have the faults that are known, and no other diagnostic") {
  const char* folder = std::getenv("CMOS_CORPUS");
  if (folder == nullptr) {
    std::cout << "SKIPPED: CMOS_CORPUS is not set\n";
    return;
  }
  std::vector<std::filesystem::path> pages;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(folder) / "pages")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  std::vector<std::string> found;
  for (const auto& path : pages) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto name = path.stem().string();
    for (const auto& diagnostic : check_pages::diagnostics(text)) {
      const auto place = diagnostic.position.value();
      found.push_back(name.substr(0, name.find('-', 5)) + ":" + std::to_string(place.line) + ":" +
                      std::to_string(place.column) + " " + std::string(diagnostic.rule.name()));
    }
  }
  CHECK(found == std::vector<std::string>{
                     "cmos-12:17:9 time-float",
                     "cmos-16:17:9 time-float",
                     "cmos-16:311:123 quote-unbalanced",
                     "cmos-16:423:89 quote-unbalanced",
                     "cmos-17:42:186 tag-unknown",
                     "cmos-19:44:26 link-doubled-scheme",
                     "cmos-19:105:106 link-doubled-scheme",
                     "cmos-19:186:25 bracket-like-link",
                     "cmos-19:296:23 note-in-speech",
                     "cmos-5:122:276 link-doubled-scheme",
                 });
}
