#include "corrections/find_quote.h"

#include <algorithm>

#include "base/ascii.h"
#include "language/normalised_word.h"

namespace cmos {

namespace {

using Keys = std::vector<std::string>;

// Words that may have come between those that stand around a quote.
constexpr std::size_t kInserted = 3;
// Two places that differ by less are alike.
constexpr std::size_t kLeastLead = 2;

std::string key_of(std::string_view word) {
  auto key = normalised_word(word);
  return key.empty() ? std::string(word) : key;
}

Keys keys_of(std::string_view text) {
  Keys keys;
  for (const auto word : split_words(text)) keys.push_back(key_of(word));
  return keys;
}

// The length of the longest common subsequence.
std::size_t common(std::span<const std::string> a, std::span<const std::string> b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const auto& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
      const auto above = row[i + 1];
      row[i + 1] = word == b[i] ? diagonal + 1 : std::max(above, row[i]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

QuotedText::QuotedText(const std::vector<std::string_view>& words) {
  keys_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    keys_.push_back(key_of(words[i]));
    places_[keys_.back()].push_back(i);
  }
}

bool QuotedText::is_at(std::size_t place, std::span<const std::string> words) const {
  return words.size() <= keys_.size() - place &&
         std::ranges::equal(words, std::span(keys_).subspan(place, words.size()));
}

std::size_t QuotedText::matches_before(std::size_t place,
                                       std::span<const std::string> before) const {
  const auto size = std::min(before.size() + kInserted, place);
  return common(before, std::span(keys_).subspan(place - size, size));
}

std::size_t QuotedText::matches_after(std::size_t place, std::span<const std::string> after) const {
  const auto size = std::min(after.size() + kInserted, keys_.size() - place);
  return common(after, std::span(keys_).subspan(place, size));
}

FoundQuote QuotedText::find(std::string_view words, std::string_view before,
                            std::string_view after) const {
  const auto quoted = keys_of(words);
  const auto in_front = keys_of(before);
  const auto behind = keys_of(after);
  if (quoted.empty()) return {QuoteFate::lost};
  const auto first = places_.find(quoted.front());
  if (first == places_.end()) return {QuoteFate::lost};
  std::optional<std::size_t> best;
  std::size_t best_matches = 0;
  std::size_t next_matches = 0;
  bool has_rival = false;
  for (const auto place : first->second) {
    if (!is_at(place, quoted)) continue;
    const auto matches =
        matches_before(place, in_front) + matches_after(place + quoted.size(), behind);
    if (2 * matches < in_front.size() + behind.size()) continue;
    if (best) {
      has_rival = true;
      next_matches = std::max(next_matches, std::min(matches, best_matches));
    }
    if (!best || matches > best_matches) {
      best = place;
      best_matches = matches;
    }
  }
  if (!best) return {QuoteFate::lost};
  if (has_rival && best_matches - next_matches < kLeastLead) return {QuoteFate::doubtful};
  return {QuoteFate::found, *best};
}

}  // namespace cmos
