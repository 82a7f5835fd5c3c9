#include <fmt/format.h>

#include <limits>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "base/web.h"
#include "id3/chapter_frames.h"
#include "id3/image.h"
#include "id3/numbers.h"
#include "id3/text.h"

namespace cmos {

namespace {

// The largest size that is the same number of bytes as a plain and as a syncsafe integer.
constexpr std::size_t kMax24SubFrame = 127;
// Our choice: the same image may stand in each of 255 chapters, and players load a tag whole.
constexpr std::size_t kMaxImagesSize = std::size_t{16} << 20;
constexpr std::uint32_t kNoOffset = 0xFFFFFFFF;  // Addendum, 3.1: "the start time is used instead".
constexpr char kOrderedAtTop = '\x03';           // Addendum, 3.2.
constexpr std::string_view kEllipsis = "\u2026";

class ChapterFrameMaker {
 public:
  ChapterFrameMaker(int version, const std::filesystem::path& image_folder, std::string file)
      : version_(version), image_folder_(image_folder), file_(std::move(file)) {}

  Id3Frame make(const std::string& element_id, const Chapter& chapter) {
    std::vector<Id3Frame> inside{{"TIT2", 0, title(chapter)}};
    if (auto link = url(chapter)) inside.push_back({"WXXX", 0, std::move(*link)});
    if (auto picture = image(chapter)) inside.push_back({"APIC", 0, std::move(*picture)});
    std::string data = element_id + '\0';
    data += big_endian(static_cast<std::uint32_t>(chapter.time.start.count()), 4);
    data += big_endian(static_cast<std::uint32_t>(chapter.time.end.count()), 4);
    data += big_endian(kNoOffset, 4) + big_endian(kNoOffset, 4);
    return {"CHAP", 0, data + render_frames(version_, inside)};
  }

  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  bool fits(const std::string& data) const {
    return version_ != 4 || data.size() <= kMax24SubFrame;
  }

  std::string title(const Chapter& chapter) {
    auto encoded = encode_text(version_, chapter.title);
    if (fits(encoded)) return encoded;
    const auto room = kMax24SubFrame - 1 - kEllipsis.size();
    const auto cut = grapheme_floor(chapter.title, room);
    const auto shown = chapter.title.substr(0, cut) + std::string(kEllipsis);
    warn(
        "chapter-title-cut", chapter,
        fmt::format("its title is cut to \"{}\", as an ID3v2.4 tag has room for 126 bytes", shown));
    return encode_text(version_, shown);
  }

  std::optional<std::string> url(const Chapter& chapter) {
    if (chapter.url.empty()) return std::nullopt;
    // Latin-1, no description.
    auto data = std::string(2, '\0') + encode_url(chapter.url);
    if (fits(data)) return data;
    warn("chapter-link-left-out", chapter,
         "its link is left out, as an ID3v2.4 tag has room for 125 bytes");
    return std::nullopt;
  }

  std::optional<std::string> image(const Chapter& chapter) {
    if (chapter.image.empty() || is_web_address(chapter.image)) return std::nullopt;
    if (version_ == 4) {
      warn("chapter-image", chapter,
           "its image is left out, as an ID3v2.4 tag has no room for one");
      return std::nullopt;
    }
    auto loaded = load_image(image_folder_, chapter.image);
    if (!loaded) {
      warn("chapter-image", chapter, loaded.error().message);
      return std::nullopt;
    }
    if (images_size_ + loaded->bytes.size() > kMaxImagesSize) {
      warn("chapter-image", chapter,
           "its image is left out, as all together would have more than 16 MiB");
      return std::nullopt;
    }
    images_size_ += loaded->bytes.size();
    // Latin-1, media type, kind "other", no description.
    return '\0' + loaded->media_type + std::string(3, '\0') + loaded->bytes;
  }

  void warn(RuleName rule, const Chapter& chapter, const std::string& message) {
    diagnostics_.push_back(make_diagnostic(
        rule, file_, std::nullopt,
        fmt::format("chapter at {}: {}", format_clock(chapter.time.start), message)));
  }

  int version_;
  const std::filesystem::path& image_folder_;
  std::string file_;
  std::size_t images_size_ = 0;
  Diagnostics diagnostics_;
};

Id3Frame table_of_contents(const std::vector<std::string>& element_ids) {
  std::string data = std::string("toc") + '\0' + kOrderedAtTop;
  data += static_cast<char>(element_ids.size());
  for (const auto& id : element_ids) data += id + '\0';
  return {"CTOC", 0, data};
}

tl::unexpected<Error> impossible(std::string message) {
  return tl::unexpected(Error{std::move(message), "chapters-impossible"});
}

}  // namespace

Result<WithDiagnostics<std::vector<Id3Frame>>> make_chapter_frames(
    int version, const Chapters& chapters, const std::filesystem::path& image_folder,
    const std::string& file) {
  if (chapters.empty()) return {};
  if (chapters.size() > kMaxChapters) {
    return impossible(
        fmt::format("an MP3 holds at most {} chapters, not {}", kMaxChapters, chapters.size()));
  }
  std::vector<std::string> element_ids;
  std::vector<Id3Frame> frames(1);
  ChapterFrameMaker maker(version, image_folder, file);
  for (const auto& chapter : chapters) {
    if (chapter.time.start.count() < 0 || chapter.time.end.count() >= kNoOffset ||
        chapter.time.length().count() < 0) {
      return impossible("a chapter's time does not fit into 32 bits of milliseconds");
    }
    element_ids.push_back(fmt::format("chp{:03}", element_ids.size()));
    frames.push_back(maker.make(element_ids.back(), chapter));
  }
  frames[0] = table_of_contents(element_ids);
  return WithDiagnostics{std::move(frames), maker.take_diagnostics()};
}

}  // namespace cmos
