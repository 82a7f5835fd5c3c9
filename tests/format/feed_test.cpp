#include "format/feed.h"

#include <catch2/catch.hpp>
#include <string>

using cmos::kChaptersType;
using cmos::write_feed;

TEST_CASE("a feed names transcripts with their language, and chapters") {
  CHECK(write_feed("https://example.org/", "pt-BR",
                   {{"e/1.vtt", "text/vtt"}, {"e/1.chapters.json", kChaptersType}}) ==
        "<podcast:transcript url=\"https://example.org/e/1.vtt\" type=\"text/vtt\" "
        "language=\"pt-BR\" />\n"
        "<podcast:chapters url=\"https://example.org/e/1.chapters.json\" "
        "type=\"application/json+chapters\" />\n");
  CHECK(write_feed("https://example.org", "en", {}).empty());
}

TEST_CASE("any name becomes a URL, and any URL stays one attribute") {
  CHECK(write_feed("https://example.org/a?b=1&c=\"", "en", {{"ẹ kú?#% &.vtt", "text/vtt"}}) ==
        "<podcast:transcript url=\"https://example.org/a?b=1&amp;c=&quot;/"
        "%E1%BA%B9%20k%C3%BA%3F%23%25%20%26.vtt\" type=\"text/vtt\" language=\"en\" />\n");
}
