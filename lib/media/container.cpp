#include "media/container.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/id3_header.h"

namespace cmos {

namespace {

using std::string_view_literals::operator""sv;

// Containers are known by the bytes they begin with, all else is taken for MP3: FFmpeg's guesses
// would be wrong now and then for damaged MP3s, and include playlists, which open other files.
// Those without a format are not read.
struct Magic {
  const char* name;
  const char* format;
  std::size_t offset;
  std::string_view bytes;
};
constexpr std::array kMagics{
    Magic{"WAV", "wav", 8, "WAVE"sv},
    Magic{"FLAC", "flac", 0, "fLaC"sv},
    Magic{"Ogg", "ogg", 0, "OggS"sv},
    Magic{"MP4", "mov", 4, "ftyp"sv},
    Magic{"QuickTime", "mov", 4, "moov"sv},
    Magic{"QuickTime", "mov", 4, "mdat"sv},
    Magic{"Matroska", "matroska", 0, "\x1A\x45\xDF\xA3"sv},
    Magic{"AVI", nullptr, 8, "AVI "sv},
    Magic{"AIFF", "aiff", 8, "AIFF"sv},
    Magic{"AIFF-C", "aiff", 8, "AIFC"sv},
    Magic{"ASF", "asf", 0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv},
    Magic{"Flash video", nullptr, 0, "FLV\x01"sv},
    Magic{"CAF", "caf", 0, "caff"sv},
    Magic{"AAC", "aac", 0, "\xFF\xF1"sv},
    Magic{"AAC", "aac", 0, "\xFF\xF9"sv},
    Magic{"MPEG program stream", nullptr, 0, "\x00\x00\x01\xBA"sv},
};

Result<const Magic*> find_magic(ByteSource& source) {
  const auto begin = skip_tags(source);
  if (!begin) return tl::unexpected(begin.error());
  std::array<char, 16> start{};
  const auto read = read_fully(source, *begin, std::as_writable_bytes(std::span(start)));
  if (!read) return tl::unexpected(read.error());
  const std::string_view bytes(start.data(), start.size());
  for (const auto& magic : kMagics) {
    if (bytes.substr(magic.offset, magic.bytes.size()) == magic.bytes) return &magic;
  }
  return nullptr;
}

}  // namespace

Result<std::uint64_t> skip_tags(ByteSource& source) {
  for (std::uint64_t offset = 0;;) {
    std::array<char, kId3HeaderSize> header{};
    const auto read = read_fully(source, offset, std::as_writable_bytes(std::span(header)));
    if (!read) return tl::unexpected(read.error());
    const auto size = id3_tag_size({header.data(), *read});
    if (!size) return offset;
    offset += *size;
  }
}

Result<const char*> find_format(ByteSource& source) {
  const auto magic = find_magic(source);
  if (!magic) return tl::unexpected(magic.error());
  return *magic != nullptr && (*magic)->format != nullptr ? (*magic)->format : "mp3";
}

Result<std::string> find_container(ByteSource& source) {
  const auto magic = find_magic(source);
  if (!magic) return tl::unexpected(magic.error());
  return *magic != nullptr ? (*magic)->name : "";
}

}  // namespace cmos
