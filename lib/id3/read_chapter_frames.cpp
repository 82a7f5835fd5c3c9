#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "id3/chapter_frames.h"
#include "id3/numbers.h"
#include "id3/text.h"

namespace cmos {

namespace {

struct FoundChapter {
  std::string element_id;
  Chapter chapter;
};

// Takes a string that ends with a zero off the front.
std::optional<std::string> take_string(std::string_view& bytes) {
  const auto end = bytes.find('\0');
  if (end == std::string_view::npos) return std::nullopt;
  std::string result(bytes.substr(0, end));
  bytes.remove_prefix(end + 1);
  return result;
}

// The link of a WXXX frame: behind its description, which is text of the frame's encoding.
std::string read_link(std::string_view data) {
  if (data.empty()) return "";
  const bool is_wide = data[0] == 1 || data[0] == 2;
  data.remove_prefix(1);
  if (!is_wide) {
    take_string(data);
  } else {
    while (data.size() >= 2 && data.substr(0, 2) != std::string_view("\0\0", 2)) {
      data.remove_prefix(2);
    }
    data.remove_prefix(std::min<std::size_t>(data.size(), 2));
  }
  return decode_text('\0' + std::string(data)).value_or("");
}

std::optional<FoundChapter> read_chapter(int version, std::string_view bytes) {
  auto element_id = take_string(bytes);
  if (!element_id || bytes.size() < 16) return std::nullopt;
  FoundChapter found{std::move(*element_id), {}};
  constexpr std::uint32_t kNoTime = 0xFFFFFFFF;  // Addendum, 3.1: the offsets are used instead.
  if (read_big_endian(bytes.substr(0, 4)) == kNoTime) return std::nullopt;
  found.chapter.time = {Time(read_big_endian(bytes.substr(0, 4))),
                        Time(read_big_endian(bytes.substr(4, 4)))};
  const auto inside = parse_frames(version, bytes.substr(16));
  if (!inside) return std::nullopt;
  for (const auto& frame : *inside) {
    const auto data = plain_data(version, frame);
    if (!data) continue;
    if (frame.id == "TIT2") found.chapter.title = decode_text(*data).value_or("");
    if (frame.id == "WXXX" && found.chapter.url.empty()) found.chapter.url = read_link(*data);
  }
  return found;
}

std::set<std::string> read_contents(std::string_view bytes) {
  std::set<std::string> listed;
  if (!take_string(bytes) || bytes.size() < 2) return listed;
  auto count = static_cast<unsigned char>(bytes[1]);
  bytes.remove_prefix(2);
  for (; count > 0; --count) {
    auto id = take_string(bytes);
    if (!id) break;
    listed.insert(std::move(*id));
  }
  return listed;
}

void check_contents(const std::vector<FoundChapter>& found, const std::set<std::string>& listed,
                    const auto& warn) {
  if (found.empty()) return;
  if (listed.empty()) {
    warn("chapter-not-listed",
         "it has no table of contents (CTOC): some players show none of its chapters");
    return;
  }
  for (const auto& [id, chapter] : found) {
    if (listed.contains(id)) continue;
    warn("chapter-not-listed",
         fmt::format("the chapter at {} is not in the table of contents: some players do not show "
                     "it",
                     format_clock(chapter.time.start)));
  }
}

}  // namespace

bool is_chapter_frame(const Id3Frame& frame) {
  return frame.id == "CHAP" || frame.id == "CTOC";
}

WithDiagnostics<Chapters> read_chapter_frames(const Id3Tag& tag, const std::string& file) {
  WithDiagnostics<Chapters> result;
  const auto warn = [&](RuleName rule, std::string message) {
    result.diagnostics.push_back(make_diagnostic(rule, file, std::nullopt, std::move(message)));
  };
  std::vector<FoundChapter> found;
  std::set<std::string> listed;
  for (const auto& frame : tag.frames) {
    if (!is_chapter_frame(frame)) continue;
    const auto data = plain_data(tag.version, frame);
    if (data && frame.id == "CTOC") listed.merge(read_contents(*data));
    if (frame.id != "CHAP") continue;
    auto chapter = data ? read_chapter(tag.version, *data) : std::nullopt;
    if (chapter) {
      if (chapter->chapter.title.find("\uFFFD") != std::string::npos) {
        warn("chapter-title-damaged",
             fmt::format("the title of the chapter at {} has characters that cannot be read",
                         format_clock(chapter->chapter.time.start)));
      }
      found.push_back(std::move(*chapter));
    } else {
      warn("chapter-unreadable",
           "a CHAP frame is compressed, encrypted, damaged, or has its start in bytes only; it "
           "is not shown");
    }
  }
  check_contents(found, listed, warn);
  for (auto& [id, chapter] : found) result.value.push_back(std::move(chapter));
  return result;
}

}  // namespace cmos
