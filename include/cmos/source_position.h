// Places in the bytes of a source file (an episode page, a captions file).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cmos/export.h"

namespace cmos {

// As compilers print it. Both count from 1; columns count bytes, as clang's do.
struct SourcePosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

// Half-open range of byte offsets from the file's first byte (a byte order mark counts).
struct SourceSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

// Whether the offset lies in one of the spans, which are in order and disjoint.
CMOS_API bool lies_in(std::span<const SourceSpan> spans, std::size_t offset);

// Translates byte offsets into lines and columns. Lines end with LF; a CR before it belongs to the
// line.
class CMOS_API LineTable {
 public:
  explicit LineTable(std::string_view text);

  // Any offset is allowed; those past the end give the end of the last line.
  SourcePosition position(std::size_t offset) const;

 private:
  std::vector<std::size_t> line_starts_;
  std::size_t size_;
};

}  // namespace cmos
