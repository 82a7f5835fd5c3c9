// JSON as a tree whose values know where they stand in the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cmos/source_position.h"
#include "cmos/time.h"
#include "episode/mapped_text.h"

namespace cmos::transcript {

struct JsonMember;

struct JsonValue {
  enum class Kind { null, boolean, number, string, list, map };

  Kind kind = Kind::null;
  std::string text;   // Of a string, decoded.
  double number = 0;  // Of a number.
  SourceSpan source;  // In the file; of a string without its quotes; of lists and maps: none.
  std::vector<JsonValue> items;     // Of a list.
  std::vector<JsonMember> members;  // Of a map.

  // The member of a map; a null if there is none.
  const JsonValue& operator[](std::string_view key) const;
  bool is_map() const { return kind == Kind::map; }
  bool is_list() const { return kind == Kind::list; }
  bool is_string() const { return kind == Kind::string; }
  bool is_number() const { return kind == Kind::number; }
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

struct JsonError {
  std::string message;
  std::size_t offset;  // Into the file.
};

// Hours of words have 200,000 values.
inline constexpr std::size_t kMostJsonValues = 4'000'000;
inline constexpr std::size_t kDeepestJson = 64;

// The file from `begin` on, all of it. Errors: no JSON, too deep, too many values.
tl::expected<JsonValue, JsonError> parse_json(std::string_view file, std::size_t begin);

// A string with the way back to the file, where it may have escapes.
page::MappedText mapped_string(const JsonValue& string, std::string_view file);

}  // namespace cmos::transcript
