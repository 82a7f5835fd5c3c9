// cmos-captions fix on stamps: the sample's are true, so that whatever is done to them can be
// fixed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "sample_folder.h"

namespace {

using Stamps = std::vector<int>;  // Seconds, in the order of the turns.

const std::regex kStamp(R"(\[(\d+):(\d\d)\] )");

Stamps stamps_of(const std::string& text) {
  Stamps stamps;
  for (std::sregex_iterator match(text.begin(), text.end(), kStamp), end; match != end; ++match) {
    stamps.push_back(std::stoi((*match)[1]) * 60 + std::stoi((*match)[2]));
  }
  return stamps;
}

// Everything that fix has no business with.
std::string without_stamps(const std::string& text) {
  return std::regex_replace(text, kStamp, "");
}

std::string with_stamps(const std::string& text, const Stamps& stamps) {
  std::string result;
  auto rest = text.begin();
  auto stamp = stamps.begin();
  for (std::sregex_iterator match(text.begin(), text.end(), kStamp), end; match != end; ++match) {
    result.append(rest, (*match)[0].first);
    const auto seconds = std::to_string(100 + *stamp % 60).substr(1);
    const auto minutes = std::to_string(100 + *stamp / 60).substr(1);
    result.append("[").append(minutes).append(":").append(seconds).append("] ");
    rest = (*match)[0].second;
    ++stamp;
  }
  return result.append(rest, text.end());
}

int largest_difference(const Stamps& a, const Stamps& b) {
  REQUIRE(a.size() == b.size());
  return std::transform_reduce(
      a.begin(), a.end(), b.begin(), 0, [](int x, int y) { return std::max(x, y); },
      [](int x, int y) { return std::abs(x - y); });
}

std::string with_crlf(const std::string& text) {
  return std::regex_replace(text, std::regex("\n"), "\r\n");
}

// fix puts the stamps of such a page right and touches nothing else; what it leaves is right for
// check and for itself.
void check_fixing(const SampleFolder& folder, const std::string& wrong) {
  const auto truth = stamps_of(content_of(folder.page()));
  REQUIRE(truth.size() > 10);
  REQUIRE(stamps_of(wrong) != truth);
  folder.write("episode.md", wrong);
  const auto result = captions({"fix", folder.page()});
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  const auto fixed = content_of(folder.page());
  CHECK(largest_difference(stamps_of(fixed), truth) <= 1);
  CHECK(without_stamps(fixed) == without_stamps(wrong));

  const auto judged = captions({"check", folder.page()});
  CHECK(judged.exit_code == 0);
  CHECK(judged.out.empty());
  CHECK(captions({"fix", folder.page()}).exit_code == 0);
  CHECK(content_of(folder.page()) == fixed);
}

}  // namespace

TEST_CASE("fix moves stamps that are all late to where their turns begin") {
  const SampleFolder folder;
  const auto text = content_of(folder.page());
  auto stamps = stamps_of(text);
  for (auto& stamp : stamps) stamp += 7;
  check_fixing(folder, with_stamps(text, stamps));
}

TEST_CASE("fix replaces stamps of any time by the right ones") {
  const SampleFolder folder;
  const auto text = content_of(folder.page());
  auto stamps = stamps_of(text);
  std::mt19937 random(7);
  for (auto& stamp : stamps) stamp = static_cast<int>(random() % 300);
  check_fixing(folder, with_stamps(text, stamps));
}

TEST_CASE("fix puts exchanged stamps back") {
  const SampleFolder folder;
  const auto text = content_of(folder.page());
  auto stamps = stamps_of(text);
  for (std::size_t i = 0; i + 3 < stamps.size(); i += 4) std::swap(stamps[i], stamps[i + 3]);
  check_fixing(folder, with_stamps(text, stamps));
}

TEST_CASE("fix writes the stamps of a transcript without any") {
  const SampleFolder folder;
  check_fixing(folder, without_stamps(content_of(folder.page())));
}

TEST_CASE("fix keeps the line ends of pages from Windows", "[long]") {
  const SampleFolder folder;
  const auto text = with_crlf(content_of(folder.page()));
  SECTION("where stamps are wrong") {
    auto stamps = stamps_of(text);
    for (auto& stamp : stamps) stamp += 20;
    check_fixing(folder, with_stamps(text, stamps));
  }
  SECTION("where there are none") {
    check_fixing(folder, without_stamps(text));
  }
}
