#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>

#include "base/unicode.h"
#include "id3/chapter_frames.h"
#include "id3/numbers.h"
#include "tag_bytes.h"

namespace {

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
             static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    text += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
             static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
}

// One line of text in any script; the seldom planes seldom. U+FFFD is what a title shows that
// cannot be read.
std::string any_title() {
  const auto points = *rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(
      rc::gen::inRange<char32_t>(0x20, 0x7F), rc::gen::inRange<char32_t>(0xA0, 0xD800),
      rc::gen::inRange<char32_t>(0x300, 0x340), rc::gen::inRange<char32_t>(0xE000, 0x110000)));
  std::string title = "T";
  for (const auto point : points) {
    if (point != 0xFFFD) append_utf8(title, point);
  }
  return cmos::one_line(title);
}

cmos::Chapters any_chapters() {
  cmos::Chapters chapters;
  const auto count = *rc::gen::inRange(1, 256);
  cmos::Time start(0);
  for (int i = 0; i < count; ++i) {
    const auto end = start + cmos::Time(*rc::gen::inRange(1, 1000000));
    chapters.push_back({{start, end}, any_title(), "", ""});
    start = end;
  }
  return chapters;
}

}  // namespace

TEST_CASE("any chapters come back from a tag as they went in, but for titles that 2.4 cuts") {
  CHECK(rc::check([] {
    const auto version = *rc::gen::inRange(3, 5);
    const auto chapters = any_chapters();
    auto made = cmos::make_chapter_frames(version, chapters, "", "a.mp3");
    RC_ASSERT(made.has_value());
    cmos::Id3Tag tag;
    tag.version = version;
    tag.frames = made->value;
    const auto parsed = cmos::parse_id3(render_id3(tag, rendered_size(tag) + 100));
    RC_ASSERT(parsed.has_value());
    const auto read = cmos::read_chapter_frames(*parsed, "a.mp3");
    RC_ASSERT(read.diagnostics.empty());
    RC_ASSERT(read.value.size() == chapters.size());
    std::size_t cut = 0;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
      const auto& title = read.value[i].title;
      RC_ASSERT(read.value[i].time == chapters[i].time);
      if (title == chapters[i].title) continue;
      ++cut;
      RC_ASSERT(title.ends_with("…"));
      RC_ASSERT(title.size() <= 126U);
      RC_ASSERT(chapters[i].title.starts_with(title.substr(0, title.size() - 3)));
    }
    RC_ASSERT(cut == made->diagnostics.size());
  }));
}

TEST_CASE("any bytes behind a tag's header are read or refused, and what is read comes back") {
  CHECK(rc::check([] {
    const auto version = *rc::gen::inRange(2, 5);
    const auto flags = *rc::gen::element(0, 0x80, 0x40, 0xC0);
    const auto bytes = *rc::gen::container<std::string>(rc::gen::element(
        'T', 'I', '2', 'C', 'H', 'A', 'P', '\0', '\0', '\0', '\1', '\x0A', '\x80', '\xFF'));
    const auto parsed = cmos::parse_id3(tag_bytes::tag(version, bytes, flags));
    if (!parsed || parsed->version == 2) return;
    (void)cmos::read_chapter_frames(*parsed, "a.mp3");
    const auto again = cmos::parse_id3(render_id3(*parsed, rendered_size(*parsed)));
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->frames.size() == parsed->frames.size());
    for (std::size_t i = 0; i < again->frames.size(); ++i) {
      RC_ASSERT(again->frames[i].data == parsed->frames[i].data);
    }
  }));
}
