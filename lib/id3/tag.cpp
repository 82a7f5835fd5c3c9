#include "id3/tag.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "id3/numbers.h"

namespace cmos {

namespace {

// Flags of a tag's header (structure 2.4, 3.1; bit 6 means compression in 2.2).
constexpr unsigned kTagUnsynchronised = 0x80;
constexpr unsigned kTagExtended = 0x40;
constexpr unsigned kTagExperimental = 0x20;
// Flags of a frame (2.3: 3.3.1; structure 2.4: 4.1.2).
constexpr std::uint16_t kFrame23CompressedOrEncrypted = 0x00C0;
constexpr std::uint16_t kFrame23Grouped = 0x0020;
constexpr std::uint16_t kFrame24Grouped = 0x0040;
constexpr std::uint16_t kFrame24CompressedOrEncrypted = 0x000C;
constexpr std::uint16_t kFrame24Unsynchronised = 0x0002;
constexpr std::uint16_t kFrame24LengthGiven = 0x0001;

enum class SizeForm { plain, syncsafe };

tl::unexpected<Error> damaged(std::size_t offset, const std::string& what) {
  return tl::unexpected(Error{
      fmt::format("the ID3 tag is damaged near its byte {}: {}", offset, what), "id3-damaged"});
}

tl::unexpected<Error> unsupported(const std::string& what) {
  return tl::unexpected(Error{what, "id3-unsupported"});
}

std::string without_unsynchronisation(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    result += bytes[i];
    if (bytes[i] == '\xFF' && i + 1 < bytes.size() && bytes[i + 1] == '\0') ++i;
  }
  return result;
}

bool is_capital_or_digit(char c) {
  return is_upper(c) || is_digit(c);
}

// iTunes wrote names of 2.2 into later tags, filled up with a zero or a space: "TCP\0".
bool is_frame_id(std::string_view id) {
  const auto last = id.size() - 1;
  return std::all_of(id.begin(), id.end() - 1, is_capital_or_digit) &&
         (is_capital_or_digit(id[last]) || (last == 3 && (id[last] == '\0' || id[last] == ' ')));
}

bool is_padding(std::string_view bytes) {
  return bytes.find_first_not_of('\0') == std::string_view::npos;
}

// Bytes of the extended header in front of the frames.
Result<std::size_t> extended_header_size(int version, std::string_view body) {
  if (body.size() < 6) return damaged(kId3HeaderSize, "its extended header is cut");
  const auto first = body.substr(0, 4);
  if (is_frame_id(first)) return 0;  // Some programs set the flag and write none.
  const auto size = version == 3 ? std::optional(read_big_endian(first)) : read_syncsafe(first);
  const std::size_t total = size.value_or(0) + (version == 3 ? 4U : 0U);
  if (total < 6 || total > body.size()) {
    return damaged(kId3HeaderSize, "the size of its extended header is wrong");
  }
  return total;
}

// One frame from the start of the bytes; `offset` is theirs, for messages.
Result<Id3Frame> read_frame(int version, SizeForm form, std::string_view bytes,
                            std::size_t offset) {
  const std::size_t id_size = version == 2 ? 3 : 4;
  const std::size_t header_size = version == 2 ? 6 : kId3HeaderSize;
  if (bytes.size() < header_size || !is_frame_id(bytes.substr(0, id_size))) {
    return damaged(offset, "what stands there is neither a frame nor padding");
  }
  const auto size_bytes = bytes.substr(id_size, id_size);
  const auto size = form == SizeForm::plain ? std::optional(read_big_endian(size_bytes))
                                            : read_syncsafe(size_bytes);
  const auto rest = bytes.substr(header_size);
  if (!size || *size > rest.size()) {
    return damaged(offset, fmt::format("the frame {} is longer than the tag", bytes.substr(0, 3)));
  }
  const auto flags = version == 2 ? 0 : read_big_endian(bytes.substr(8, 2));
  return Id3Frame{std::string(bytes.substr(0, id_size)), static_cast<std::uint16_t>(flags),
                  std::string(rest.substr(0, *size))};
}

Result<std::vector<Id3Frame>> walk(int version, SizeForm form, std::string_view bytes,
                                   std::size_t offset) {
  std::vector<Id3Frame> frames;
  std::size_t position = 0;
  while (position < bytes.size()) {
    const auto rest = bytes.substr(position);
    if (rest[0] == '\0' && is_padding(rest)) break;
    auto frame = read_frame(version, form, rest, offset + position);
    if (!frame) return tl::unexpected(frame.error());
    position += frame->data.size() + (version == 2 ? 6 : kId3HeaderSize);
    frames.push_back(std::move(*frame));
  }
  return frames;
}

struct Walked {
  std::vector<Id3Frame> frames;
  bool sizes_fixed;
};

// iTunes wrote plain sizes into 2.4 for years, others syncsafe ones into 2.3. What the version asks
// for holds unless only the other reading comes out at the tag's end.
Result<Walked> walk_either_way(int version, std::string_view bytes, std::size_t offset) {
  const auto right = version == 4 ? SizeForm::syncsafe : SizeForm::plain;
  const auto wrong = version == 4 ? SizeForm::plain : SizeForm::syncsafe;
  auto frames = walk(version, right, bytes, offset);
  if (frames) return Walked{std::move(*frames), false};
  auto fixed = version == 2 ? frames : walk(version, wrong, bytes, offset);
  if (fixed) return Walked{std::move(*fixed), true};
  return tl::unexpected(frames.error());
}

}  // namespace

Result<std::optional<std::uint64_t>> id3_size(std::string_view start) {
  if (!has_id3_header(start)) return std::nullopt;
  const auto size = id3_tag_size(start);
  if (!size) return damaged(6, "its size has bits that no size has");
  return size;
}

Result<Id3Tag> parse_id3(std::string_view bytes) {
  const auto size = id3_size(bytes);
  if (!size) return tl::unexpected(size.error());
  if (!*size || **size != bytes.size()) return damaged(0, "it is not one whole tag");
  Id3Tag tag;
  tag.version = static_cast<int>(read_big_endian(bytes.substr(3, 1)));
  tag.revision = static_cast<std::uint8_t>(bytes[4]);
  const auto flags = read_big_endian(bytes.substr(5, 1));
  if (tag.version < 2 || tag.version > 4) {
    return unsupported(fmt::format("the ID3 tag is of an unknown version, 2.{}", tag.version));
  }
  if (tag.version == 2 && (flags & kTagExtended) != 0) {
    return unsupported("the ID3v2.2 tag is compressed, which no standard describes");
  }
  tag.experimental = tag.version > 2 && (flags & kTagExperimental) != 0;
  const bool has_footer = tag.version == 4 && (flags & kId3HasFooter) != 0;
  const bool is_unsynchronised = (flags & kTagUnsynchronised) != 0;

  auto body = bytes.substr(kId3HeaderSize);
  if (has_footer) body.remove_suffix(kId3HeaderSize);
  const auto plain =
      is_unsynchronised && tag.version < 4 ? without_unsynchronisation(body) : std::string();
  if (!plain.empty()) body = plain;
  std::size_t offset = kId3HeaderSize;
  if (tag.version > 2 && (flags & kTagExtended) != 0) {
    const auto extended = extended_header_size(tag.version, body);
    if (!extended) return tl::unexpected(extended.error());
    body.remove_prefix(*extended);
    offset += *extended;
  }
  auto walked = walk_either_way(tag.version, body, offset);
  if (!walked) return tl::unexpected(walked.error());
  tag.frames = std::move(walked->frames);
  tag.sizes_fixed = walked->sizes_fixed;
  if (is_unsynchronised && tag.version == 4) {
    for (auto& frame : tag.frames) frame.flags |= kFrame24Unsynchronised;
  }
  return tag;
}

std::uint64_t rendered_size(const Id3Tag& tag) {
  std::uint64_t size = kId3HeaderSize;
  for (const auto& frame : tag.frames) size += kId3HeaderSize + frame.data.size();
  return size;
}

std::string render_frames(int version, const std::vector<Id3Frame>& frames) {
  std::string result;
  for (const auto& frame : frames) {
    const auto size = static_cast<std::uint32_t>(frame.data.size());
    result += frame.id;
    result += version == 4 ? syncsafe(size) : big_endian(size, 4);
    result += big_endian(frame.flags, 2);
    result += frame.data;
  }
  return result;
}

std::string render_id3(const Id3Tag& tag, std::uint64_t size) {
  std::string result = "ID3";
  result += static_cast<char>(tag.version);
  result += static_cast<char>(tag.revision);
  result += tag.experimental ? static_cast<char>(kTagExperimental) : '\0';
  result += syncsafe(static_cast<std::uint32_t>(size - kId3HeaderSize));
  result += render_frames(tag.version, tag.frames);
  result.resize(size, '\0');
  return result;
}

Result<std::vector<Id3Frame>> parse_frames(int version, std::string_view bytes) {
  auto walked = walk_either_way(version, bytes, 0);
  if (!walked) return tl::unexpected(walked.error());
  return std::move(walked->frames);
}

std::optional<std::string> plain_data(int version, const Id3Frame& frame) {
  const bool is_4 = version == 4;
  const auto has = [&](std::uint16_t flag) { return (frame.flags & flag) != 0; };
  if (has(is_4 ? kFrame24CompressedOrEncrypted : kFrame23CompressedOrEncrypted)) {
    return std::nullopt;
  }
  const std::size_t added = (has(is_4 ? kFrame24Grouped : kFrame23Grouped) ? 1U : 0U) +
                            (is_4 && has(kFrame24LengthGiven) ? 4U : 0U);
  if (frame.data.size() < added) return std::nullopt;
  const auto data = std::string_view(frame.data).substr(added);
  return is_4 && has(kFrame24Unsynchronised) ? without_unsynchronisation(data) : std::string(data);
}

}  // namespace cmos
