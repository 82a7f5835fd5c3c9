// Lists of words, as the data of a language give them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cmos {

// Words in lower case, with ' for any apostrophe, between single spaces.
class WordList {
 public:
  constexpr WordList() = default;
  constexpr WordList(std::string_view words)
      : words_(words) {  // NOLINT(google-explicit-constructor)
    while (!words.empty()) {
      const auto size = std::min(words.find(' '), words.size());
      const auto bit = hash(words.substr(0, size));
      filter_[bit / kBits] |= std::uint64_t{1} << bit % kBits;
      words.remove_prefix(std::min(size + 1, words.size()));
    }
  }

  constexpr bool empty() const { return words_.empty(); }
  bool contains(std::string_view word) const;
  bool has_beginning_of(std::string_view word) const;  // A word of the list begins `word`.
  bool has_ending_of(std::string_view word) const;     // A word of the list ends `word`.

 private:
  static constexpr std::size_t kBits = 64;

  // FNV-1a.
  static constexpr std::size_t hash(std::string_view word) {
    std::uint32_t hash = 2'166'136'261;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
    return (hash ^ hash >> 16U) % (kBits * 8);
  }

  std::string_view words_;
  std::array<std::uint64_t, 8> filter_{};  // A Bloom filter: most words are in no list.
};

// Words that are told by how they end, with their exceptions.
struct Endings {
  WordList endings;
  std::size_t shortest = 0;  // Bytes of the shortest word that is meant.
  WordList except = {};

  bool match(std::string_view word) const;
};

}  // namespace cmos
