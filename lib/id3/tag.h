// ID3v2 tags as bytes: what frames one holds, and the bytes of a tag that holds these frames.
// Versions 2.2, 2.3 and 2.4 (https://id3.org/id3v2-00, id3v2.3.0, id3v2.4.0-structure).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id3_header.h"
#include "cmos/error.h"

namespace cmos {

struct Id3Frame {
  std::string id;           // Four bytes; three in 2.2.
  std::uint16_t flags = 0;  // As the tag's version defines them; 2.2 has none.
  std::string data;         // What follows the frame's header, as it stands in the file.
};

struct Id3Tag {
  int version = 3;  // 2, 3 or 4.
  std::uint8_t revision = 0;
  bool experimental = false;
  std::vector<Id3Frame> frames;
  bool sizes_fixed = false;  // The frames' sizes were written as another version wants them.
};

// Bytes that the tag takes whose first ten these are (header, frames, padding and footer), or
// nothing if no tag starts here. Rule: "id3-damaged".
Result<std::optional<std::uint64_t>> id3_size(std::string_view start);

// Reads one whole tag. Undone are: unsynchronisation of a whole 2.2 or 2.3 tag, sizes in the form
// of another version. In 2.4 unsynchronisation stays in the frames, each with its flag set. An
// extended header, a footer and padding are left out. Whatever else is behind the last frame but
// zeros, and a frame that is longer than the tag, is an error, as nobody could keep it. Rules:
// "id3-damaged", "id3-unsupported". Positions in messages count bytes from the tag's start.
Result<Id3Tag> parse_id3(std::string_view bytes);

// Bytes of the tag without padding.
std::uint64_t rendered_size(const Id3Tag& tag);

// The tag in its plain form, zeros behind the frames up to `size` bytes, which lie between
// rendered_size() and kMaxSyncsafe. The version is 3 or 4.
std::string render_id3(const Id3Tag& tag, std::uint64_t size);

// The frames one after the other, as they stand in a tag or inside another frame.
std::string render_frames(int version, const std::vector<Id3Frame>& frames);

// The frames inside a CHAP or CTOC frame of a tag of version 3 or 4.
Result<std::vector<Id3Frame>> parse_frames(int version, std::string_view bytes);

// What the frame says, with its flags' additions taken off; nothing if it is compressed or
// encrypted, or shorter than its flags say.
std::optional<std::string> plain_data(int version, const Id3Frame& frame);

}  // namespace cmos
