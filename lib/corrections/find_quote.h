// Finding words again in a text that was edited since.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cmos {

enum class QuoteFate { found, lost, doubtful };

struct FoundQuote {
  QuoteFate fate;
  std::size_t first_word = 0;  // Where it was found.
};

// The words of a text, to be looked through many times. Case and punctuation do not count, nor does
// how long the text is: each look takes time by how often the quote's first word is there.
class QuotedText {
 public:
  explicit QuotedText(const std::vector<std::string_view>& words);

  // The place that has the words, all of them and nothing between, and around them at least half of
  // `before` and `after`, in their order. Two places that have as much of those, but for one word,
  // are doubtful.
  FoundQuote find(std::string_view words, std::string_view before, std::string_view after) const;

 private:
  std::size_t matches_before(std::size_t place, std::span<const std::string> before) const;
  std::size_t matches_after(std::size_t place, std::span<const std::string> after) const;
  bool is_at(std::size_t place, std::span<const std::string> words) const;

  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;  // By key.
};

}  // namespace cmos
