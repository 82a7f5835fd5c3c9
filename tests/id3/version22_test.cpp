#include "id3/version22.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "support/process.h"
#include "tag_bytes.h"

using namespace std::string_literals;
using cmos::convert_from_22;
using cmos::Id3Tag;

namespace {

Id3Tag tag_with(const std::string& id, const std::string& data) {
  Id3Tag tag;
  tag.version = 2;
  tag.frames.push_back({id, 0, data});
  return tag;
}

}  // namespace

TEST_CASE("the documented table of 2.2 and 2.3 is what happens") {
  std::istringstream docs(content_of(CMOS_ID3_DOCS));
  int rows = 0;
  for (std::string line; std::getline(docs, line);) {
    // | `TT2` | `TIT2` |
    if (line.size() != 18 || !line.starts_with("| `") || line.substr(6, 5) != "` | `") continue;
    const auto old_id = line.substr(3, 3);
    INFO(old_id);
    const auto converted = convert_from_22(tag_with(old_id, "TT2 and more"));
    REQUIRE(converted);
    CHECK(converted->version == 3);
    REQUIRE(converted->frames.size() == 1);
    CHECK(converted->frames[0].id == line.substr(11, 4));
    if (old_id != "PIC" && old_id != "LNK") CHECK(converted->frames[0].data == "TT2 and more");
    ++rows;
  }
  CHECK(rows == 77);
}

TEST_CASE("pictures and links of 2.2 take the form of 2.3") {
  const auto data_of = [](const std::string& id, const std::string& data) {
    return convert_from_22(tag_with(id, data)).value().frames.at(0).data;
  };
  CHECK(data_of("PIC", "\0PNG\3name\0bytes"s) == "\0image/png\0\3name\0bytes"s);
  CHECK(data_of("PIC", "\1JPG\3\0\0bytes"s) == "\1image/jpeg\0\3\0\0bytes"s);
  CHECK(data_of("PIC", "\0-->\3\0http://x/"s) == "\0-->\0\3\0http://x/"s);
  CHECK(data_of("LNK", "TT2http://x/\0id"s) == "TIT2http://x/\0id"s);
}

TEST_CASE("a 2.2 frame without a counterpart is an error that names it") {
  const auto converted = convert_from_22(tag_with("XYZ", "data"));
  REQUIRE_FALSE(converted);
  CHECK(converted.error().rule.name() == "id3-no-counterpart");
  CHECK_THAT(converted.error().message, Catch::Contains("XYZ"));
}
