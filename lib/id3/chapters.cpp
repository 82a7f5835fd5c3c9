#include "id3/chapters.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "id3/chapter_frames.h"
#include "id3/numbers.h"
#include "id3/source_file.h"
#include "id3/version22.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPadding = 2048;
// FFmpeg trusts the size of the last frame of a 2.4 tag only if zeros follow.
constexpr std::uint64_t kMinPadding = 10;
constexpr std::size_t kCompareBlock = std::size_t{1} << 18;

const Chapters kNoChapters;

bool has_chapter_frames(const Id3Tag& tag) {
  return std::ranges::any_of(tag.frames, is_chapter_frame);
}

template <typename T>
void append(std::vector<T> added, std::vector<T>& all) {
  all.insert(all.end(), std::make_move_iterator(added.begin()),
             std::make_move_iterator(added.end()));
}

// The tag's bytes in the new file, of the old size if they fit.
Result<std::string> render(const Id3Tag& tag, std::uint64_t old_size) {
  if (tag.frames.empty()) return std::string();  // A tag has at least one frame (2.3, 3).
  const auto needed = rendered_size(tag);
  const auto size = needed + kMinPadding <= old_size ? old_size : needed + kPadding;
  if (size - kId3HeaderSize > kMaxSyncsafe) {
    return tl::unexpected(
        Error{"the ID3 tag would be larger than the 256 MiB that one may have", "id3-too-large"});
  }
  return render_id3(tag, size);
}

// The tag with these chapters and none else.
Result<std::string> rewrite(Id3Tag tag, std::uint64_t old_size, const Chapters& chapters,
                            const fs::path& image_folder, const std::string& file,
                            Diagnostics& diagnostics) {
  if (tag.sizes_fixed) {
    diagnostics.push_back(
        make_diagnostic("id3-sizes-mended", file, std::nullopt,
                        "the sizes of the ID3 tag's frames were written as another "
                        "version has them; they are mended"));
  }
  if (tag.version == 2) {
    auto converted = convert_from_22(tag);
    if (!converted) return tl::unexpected(converted.error());
    tag = std::move(*converted);
  }
  std::erase_if(tag.frames, is_chapter_frame);
  auto made = make_chapter_frames(tag.version, chapters, image_folder, file);
  if (!made) return tl::unexpected(made.error());
  append(std::move(made->value), tag.frames);
  append(std::move(made->diagnostics), diagnostics);
  return render(tag, old_size);
}

// What takes the place of the tags at the source's start.
Result<WithDiagnostics<std::string>> new_start(std::vector<LeadingTag> tags,
                                               const Chapters& chapters,
                                               const fs::path& image_folder,
                                               const std::string& file) {
  if (tags.empty() && !chapters.empty()) tags.emplace_back();
  WithDiagnostics<std::string> start;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    auto& [bytes, tag] = tags[i];
    const auto& in_this_tag = i == 0 ? chapters : kNoChapters;
    if (in_this_tag.empty() && !has_chapter_frames(tag)) {
      start.value += bytes;
      continue;
    }
    const auto rewritten =
        rewrite(std::move(tag), bytes.size(), in_this_tag, image_folder, file, start.diagnostics);
    if (!rewritten) return tl::unexpected(rewritten.error());
    start.value += *rewritten;
  }
  return start;
}

// Whether both files go on with the same bytes from these offsets to their ends.
bool end_alike(const SourceFile& a, std::uint64_t a_offset, const SourceFile& b,
               std::uint64_t b_offset) {
  if (a.size() - a_offset != b.size() - b_offset) return false;
  while (a_offset < a.size()) {
    const auto count = std::min<std::uint64_t>(a.size() - a_offset, kCompareBlock);
    const auto a_bytes = a.read(a_offset, count);
    const auto b_bytes = b.read(b_offset, count);
    if (!a_bytes || !b_bytes || *a_bytes != *b_bytes) return false;
    a_offset += count;
    b_offset += count;
  }
  return true;
}

// Whether the target already is that start and the source's bytes from the offset on; then it
// counts as made now.
bool is_up_to_date(const fs::path& target, const std::string& start, const SourceFile& source,
                   std::uint64_t offset) {
  const auto old = SourceFile::open(target);
  if (!old || old->size() != start.size() + (source.size() - offset)) return false;
  const auto old_start = old->read(0, start.size());
  if (!old_start || *old_start != start) return false;
  const bool is_in_place = old->is_same_file(source) && start.size() == offset;
  if (!is_in_place && !end_alike(*old, start.size(), source, offset)) return false;
  return ::access(target.c_str(), W_OK) == 0 &&
         ::utimensat(AT_FDCWD, target.c_str(), nullptr, 0) == 0;
}

Result<void> write_file(const fs::path& target, const std::string& start, const SourceFile& source,
                        std::uint64_t offset) {
  auto file = AtomicFile::create(target);
  if (!file) return tl::unexpected(file.error());
  return file->write(start)
      .and_then(
          [&] { return file->copy_from(source.descriptor(), offset, source.size() - offset); })
      .and_then([&] { return file->commit(); });
}

}  // namespace

Result<WithDiagnostics<MarkOutcome>> mark_chapters(const fs::path& source, const fs::path& target,
                                                   const Chapters& chapters,
                                                   const fs::path& image_folder,
                                                   const MayReplace& may_replace) {
  const auto file = SourceFile::open(source);
  if (!file) return tl::unexpected(file.error());
  auto tags = read_leading_tags(*file);
  if (!tags) return tl::unexpected(tags.error());
  std::uint64_t offset = 0;
  for (const auto& tag : *tags) offset += tag.bytes.size();
  auto start = new_start(std::move(*tags), chapters, image_folder, source.string());
  if (!start) return tl::unexpected(start.error());

  MarkOutcome outcome{Replaced::unchanged, start->value.size() + (file->size() - offset)};
  if (!is_up_to_date(target, start->value, *file, offset)) {
    const auto may = may_replace ? may_replace() : Result<void>();
    if (!may) return tl::unexpected(may.error());
    if (const auto written = write_file(target, start->value, *file, offset); !written) {
      return tl::unexpected(written.error());
    }
    outcome.replaced = Replaced::written;
  }
  return WithDiagnostics<MarkOutcome>{outcome, std::move(start->diagnostics)};
}

Result<WithDiagnostics<Chapters>> read_chapters(const fs::path& path,
                                                std::optional<Time> duration) {
  const auto file = SourceFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto tags = read_leading_tags(*file);
  if (!tags) return tl::unexpected(tags.error());
  WithDiagnostics<Chapters> listed;
  for (const auto& [bytes, tag] : *tags) {
    auto read = read_chapter_frames(tag, path.string());
    append(std::move(read.value), listed.value);
    append(std::move(read.diagnostics), listed.diagnostics);
  }
  std::ranges::stable_sort(
      listed.value, [](const Chapter& a, const Chapter& b) { return a.time.start < b.time.start; });
  append(mend_times(listed.value, duration, path.string()), listed.diagnostics);
  return listed;
}

}  // namespace cmos
