#include "speech/dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "cmos/source_position.h"

namespace cmos {

namespace {

constexpr std::size_t kLinesPerCheck = 256;
constexpr int kMaxVariants = 20;  // cmudict-en-us has 4 at most.

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// Takes the next run of other characters than spaces off the front; empty at the end.
std::string_view take_field(std::string_view& line) {
  const auto* begin = std::ranges::find_if_not(line, is_space);
  const auto* end = std::find_if(begin, line.end(), is_space);
  line.remove_prefix(static_cast<std::size_t>(end - line.begin()));
  return {begin, end};
}

bool is_entry(std::string_view line) {
  return !line.empty() && !line.starts_with(";;") && !line.starts_with("##");
}

Result<Phones> phones_of(std::string_view line, const PhoneSet& known) {
  take_field(line);
  Phones phones;
  for (auto phone = take_field(line); !phone.empty(); phone = take_field(line)) {
    if (!known.contains(phone)) {
      return tl::unexpected(
          Error{fmt::format("not a dictionary of this model, which has no phone \"{}\"",
                            phone.substr(0, 16)),
                "dictionary-invalid"});
    }
    phones.emplace_back(phone);
  }
  if (phones.empty()) {
    return tl::unexpected(
        Error{"not a pronunciation dictionary: a line without phones", "dictionary-invalid"});
  }
  return phones;
}

}  // namespace

Dictionary::Dictionary(std::string_view text, PhoneSet phones)
    : text_(text), phones_(std::move(phones)) {}

Result<Dictionary> Dictionary::parse(std::string_view text, PhoneSet phones) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    return tl::unexpected(Error{"a dictionary of 4 GiB or more", "dictionary-invalid"});
  }
  Dictionary dictionary(text, std::move(phones));
  dictionary.index_lines();
  if (const auto result = dictionary.check_some_lines(); !result) {
    return tl::unexpected(result.error());
  }
  return dictionary;
}

// A word ends at a space, and spaces come before all characters of words: so the bytewise order of
// whole lines is that of their words.
void Dictionary::index_lines() {
  constexpr std::size_t kUsualLineLength = 20;
  std::vector<std::uint32_t> strays;
  lines_.reserve(text_.size() / kUsualLineLength);
  std::string_view greatest;
  for (std::size_t begin = 0; begin < text_.size();) {
    while (begin < text_.size() && is_space(text_[begin])) ++begin;
    const auto line = line_at(static_cast<std::uint32_t>(begin));
    if (is_entry(line)) {
      const bool in_order = greatest <= line;
      (in_order ? lines_ : strays).push_back(static_cast<std::uint32_t>(begin));
      if (in_order) greatest = line;
    }
    begin += line.size() + 1;
  }
  if (strays.empty()) return;
  std::ranges::sort(strays, {}, [this](std::uint32_t offset) { return line_at(offset); });
  merge(strays);
}

// Looks up where each stray belongs, since there are usually a handful among 100,000 lines.
void Dictionary::merge(const std::vector<std::uint32_t>& strays) {
  std::vector<std::uint32_t> merged;
  merged.reserve(lines_.size() + strays.size());
  auto rest = lines_.cbegin();
  for (const auto stray : strays) {
    const auto next =
        std::ranges::upper_bound(rest, lines_.cend(), line_at(stray), {},
                                 [this](std::uint32_t offset) { return line_at(offset); });
    merged.insert(merged.end(), rest, next);
    merged.push_back(stray);
    rest = next;
  }
  merged.insert(merged.end(), rest, lines_.cend());
  lines_ = std::move(merged);
}

Result<void> Dictionary::check_some_lines() const {
  if (lines_.empty()) {
    return tl::unexpected(Error{"a dictionary without entries", "dictionary-invalid"});
  }
  for (std::size_t i = 0; i < lines_.size() - 1 + kLinesPerCheck; i += kLinesPerCheck) {
    const auto offset = lines_[std::min(i, lines_.size() - 1)];
    if (auto phones = phones_of(line_at(offset), phones_); !phones) {
      phones.error().position = LineTable(text_).position(offset);
      return tl::unexpected(phones.error());
    }
  }
  return {};
}

std::string_view Dictionary::line_at(std::uint32_t offset) const {
  const auto rest = text_.substr(offset);
  const void* end = std::memchr(rest.data(), '\n', rest.size());
  if (end == nullptr) return rest;
  return rest.substr(0, static_cast<std::size_t>(static_cast<const char*>(end) - rest.data()));
}

std::string_view Dictionary::word_at(std::uint32_t offset) const {
  auto line = line_at(offset);
  return take_field(line);
}

std::vector<std::uint32_t>::const_iterator Dictionary::first_line_of(std::string_view word) const {
  return std::ranges::lower_bound(lines_, word, {},
                                  [this](std::uint32_t offset) { return word_at(offset); });
}

bool Dictionary::contains(std::string_view word) const {
  const auto found = first_line_of(word);
  return found != lines_.end() && word_at(*found) == word;
}

void Dictionary::append_lines_of(std::string_view word, std::vector<Phones>& found) const {
  for (auto i = first_line_of(word); i != lines_.end() && word_at(*i) == word; ++i) {
    if (auto phones = phones_of(line_at(*i), phones_)) found.push_back(std::move(*phones));
  }
}

std::vector<Phones> Dictionary::find(std::string_view word) const {
  std::vector<Phones> found;
  append_lines_of(word, found);
  for (int variant = 2; variant <= kMaxVariants; ++variant) {
    const auto numbered = fmt::format("{}({})", word, variant);
    if (!contains(numbered)) break;
    append_lines_of(numbered, found);
  }
  return found;
}

}  // namespace cmos
