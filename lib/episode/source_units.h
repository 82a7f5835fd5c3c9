// The way back from the text that cmark shows to the Markdown it was made of.
#pragma once

#include <cstddef>
#include <string_view>

namespace cmos::page {

struct SourceUnit {
  std::size_t source;  // Bytes of the source, at least one.
  std::size_t shown;   // Bytes of the shown text that they stand for; 0 if they show nothing.
};

// The first unit of `source`, of which `shown` was made: a character, an escaped one, an entity
// (CommonMark 0.30, sections 2.4 and 2.5), or a character that cmark took as markup. Neither is
// empty.
SourceUnit next_source_unit(std::string_view source, std::string_view shown);

// The same inside code and tags, where every character stands for itself.
SourceUnit next_raw_unit(std::string_view source, std::string_view shown);

// Bytes of the first character of valid UTF-8.
std::size_t first_character_size(std::string_view text);

}  // namespace cmos::page
