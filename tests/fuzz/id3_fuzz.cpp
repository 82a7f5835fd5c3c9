// Any bytes as the start of an MP3: read, listed, marked and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "id3/chapter_frames.h"
#include "id3/tag.h"
#include "id3/version22.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void mark_and_read(cmos::Id3Tag tag) {
  std::erase_if(tag.frames, cmos::is_chapter_frame);
  const auto kept = tag.frames;
  const cmos::Chapters chapters{{{cmos::Time(0), cmos::Time(1)}, "Title", "http://x/", ""}};
  const auto made = cmos::make_chapter_frames(tag.version, chapters, "", "a.mp3");
  require(made.has_value());
  tag.frames.insert(tag.frames.end(), made->value.begin(), made->value.end());
  const auto again = cmos::parse_id3(render_id3(tag, rendered_size(tag) + 10));
  require(again && again->frames.size() == kept.size() + 2);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    require(again->frames[i].id == kept[i].id && again->frames[i].flags == kept[i].flags &&
            again->frames[i].data == kept[i].data);
  }
  const auto read = cmos::read_chapter_frames(*again, "a.mp3");
  require(read.value.size() == 1 && read.value[0].title == "Title" &&
          read.value[0].url == "http://x/");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto length = cmos::id3_size(bytes);
  if (!length || !*length || **length > size) return 0;
  auto tag = cmos::parse_id3(bytes.substr(0, **length));
  if (tag && tag->version == 2) tag = cmos::convert_from_22(*tag);
  if (!tag) return 0;
  (void)cmos::read_chapter_frames(*tag, "a.mp3");
  mark_and_read(std::move(*tag));
  return 0;
}
