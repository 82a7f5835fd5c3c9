// YAML that people write for us, as a tree whose nodes know where they stand. Small, and safe for
// any input: what could grow (aliases) is not followed, what is large or deep is an error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cmos/source_position.h"

namespace cmos {

struct YamlEntry;

struct YamlNode {
  enum class Kind { null, scalar, list, map, alias };

  Kind kind = Kind::null;
  std::string text;  // A scalar's, whatever type YAML would give it.
  // A scalar's bytes, quotes included; of anything else the first byte. Offsets into the file.
  SourceSpan source;
  std::vector<YamlNode> items;     // Of a list.
  std::vector<YamlEntry> entries;  // Of a map, in the file's order; a key may be there twice.
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

struct YamlError {
  std::string message;  // What yaml-cpp calls it: "illegal map value".
  std::size_t offset;   // Into the file.
};

// What people write for us has under 1 KiB.
inline constexpr std::size_t kMaxYamlSize = std::size_t{64} << 10U;

// The one document in the bytes `yaml` of the file, which are valid UTF-8 and at most kMaxYamlSize.
// Without one: a null.
tl::expected<YamlNode, YamlError> parse_yaml(std::string_view file, SourceSpan yaml);

}  // namespace cmos
