// Lists of words, as the data of a language give them.
#pragma once

#include <cstddef>
#include <string_view>

namespace cmos {

// Words in lower case, with ' for any apostrophe, between single spaces.
struct WordList {
  std::string_view words;

  bool empty() const { return words.empty(); }
  bool contains(std::string_view word) const;
  bool has_beginning_of(std::string_view word) const;  // A word of the list begins `word`.
  bool has_ending_of(std::string_view word) const;     // A word of the list ends `word`.
};

// Words that are told by how they end, with their exceptions.
struct Endings {
  WordList endings;
  std::size_t shortest = 0;  // Bytes of the shortest word that is meant.
  WordList except = {};

  bool match(std::string_view word) const;
};

}  // namespace cmos
