#include "speech/english/written_number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "language/shown_text.h"

namespace cmos {

namespace {

std::string_view leading_digits(std::string_view text) {
  return {text.begin(), std::ranges::find_if_not(text, is_digit)};
}

// The text that is still to be read.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), rest_(text) {}

  std::string_view rest() const { return rest_; }
  std::size_t position() const { return text_.size() - rest_.size(); }
  void skip(std::size_t size) { rest_.remove_prefix(size); }

 private:
  std::string_view text_;
  std::string_view rest_;
};

std::string take_currency(Reader& reader) {
  for (const std::string_view symbol : {"$", "€", "£", "¥"}) {
    if (!reader.rest().starts_with(symbol)) continue;
    reader.skip(symbol.size());
    return std::string(symbol);
  }
  return {};
}

// "1100" of "1,100": commas count only before exactly three digits.
std::string take_whole_number(Reader& reader) {
  constexpr std::size_t kGroup = 3;
  std::string digits(leading_digits(reader.rest()));
  reader.skip(digits.size());
  if (digits.empty() || digits.size() > kGroup) return digits;
  while (reader.rest().starts_with(',')) {
    const auto group = leading_digits(reader.rest().substr(1));
    if (group.size() != kGroup) break;
    digits += group;
    reader.skip(1 + group.size());
  }
  return digits;
}

// The digits behind a separator, if they can belong to the same number.
std::string_view next_part(const WrittenNumber& number, std::string_view rest) {
  if (rest.empty()) return {};
  const char separator = rest.front();
  if (number.separator != ' ' && number.separator != separator) return {};
  const auto digits = leading_digits(rest.substr(1));
  if (separator == '.') return digits;
  const bool is_clock = separator == ':' && digits.size() == 2 && number.parts.size() < 3 &&
                        number.parts.front().size() <= 2;
  const bool is_fraction = separator == '/' && number.parts.size() == 1 &&
                           !rest.substr(1 + digits.size()).starts_with('/');
  return is_clock || is_fraction ? digits : std::string_view();
}

// "%", "°C", "gb"; also the "'s" of "1990's".
std::string_view suffix_at(std::string_view rest) {
  constexpr std::string_view kDegree = "°";
  if (rest.starts_with('%')) return rest.substr(0, 1);
  const std::size_t begin = rest.starts_with(kDegree) ? kDegree.size()
                            : rest.starts_with('\'')  ? 1
                                                      : 0;
  const auto* end = std::find_if_not(rest.begin() + begin, rest.end(), is_ascii_letter);
  return {rest.begin(), end};
}

}  // namespace

std::optional<WrittenNumber> parse_number(std::string_view text) {
  Reader reader(text);
  WrittenNumber number;
  number.currency = take_currency(reader);
  number.parts.push_back(take_whole_number(reader));
  for (auto part = next_part(number, reader.rest()); !part.empty();
       part = next_part(number, reader.rest())) {
    number.separator = reader.rest().front();
    number.parts.emplace_back(part);
    reader.skip(1 + part.size());
  }
  const bool starts_with_point = number.parts.front().empty();
  if (starts_with_point && (number.parts.size() != 2 || number.separator != '.')) return {};
  if (number.currency.empty()) number.currency = take_currency(reader);
  number.length = reader.position();
  const auto suffix = suffix_at(reader.rest());
  number.suffix = suffix == "'s" ? "s" : lower_case(suffix);
  number.length_with_suffix = number.length + suffix.size();
  return number;
}

}  // namespace cmos
