// Where the bytes of a sound file come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "cmos/error.h"

namespace cmos {

// Random access to bytes. One thread at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills at most the buffer from the given offset; 0 only at or behind the end.
  virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) = 0;
  virtual std::uint64_t size() const = 0;
};

// Fills the buffer but for the end of the source, however it portions its bytes. Returns how many
// bytes were read.
Result<std::size_t> read_fully(ByteSource& source, std::uint64_t offset,
                               std::span<std::byte> buffer);

// A regular file, opened for reading. Rules: "mp3-missing", "mp3-unreadable".
Result<std::unique_ptr<ByteSource>> open_file_source(const std::filesystem::path& path);

// Bytes of the caller, who keeps them alive.
std::unique_ptr<ByteSource> make_memory_source(std::span<const std::byte> bytes);

}  // namespace cmos
