#include "episode/turn_grammar.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "episode/lines.h"

namespace cmos::page {

namespace {

// Longer ones are no IDs and no clocks but speech.
constexpr std::size_t kMaxIdSize = 64;
constexpr std::size_t kMaxClockSize = 16;

constexpr std::string_view kIdEnd = " \t\r:[]";

constexpr std::size_t kMostNameWords = 5;
constexpr auto kParticles = std::to_array<std::string_view>(
    {"al",  "bin", "d'", "da", "das", "de",  "del", "della", "den", "der", "di", "do",
     "dos", "du",  "el", "la", "le",  "ten", "ter", "van",   "von", "y",   "zu"});

bool begins_like_name(std::string_view word) {
  return is_upper(word.front()) || !is_ascii(word.front());
}

// The first word of the text, which is taken away with the blanks behind it.
std::string_view take_word(std::string_view& text) {
  const auto word = text.substr(0, text.find_first_of(" \t"));
  text = trim(text.substr(word.size()));
  return word;
}

}  // namespace

bool Stamp::is_certain() const {
  return is_closed && clock.find(':') != std::string_view::npos &&
         clock.find_first_not_of("0123456789:.") == std::string_view::npos;
}

std::optional<Label> parse_label(std::string_view line, std::size_t offset) {
  const auto begin = skip_blanks(line, offset);
  const auto end = std::min(line.find_first_of(kIdEnd, begin), line.size());
  if (end == begin || end - begin > kMaxIdSize) return std::nullopt;
  const auto colon = skip_blanks(line, end);
  if (colon == line.size() || line[colon] != ':') return std::nullopt;
  if (line.substr(colon).starts_with("://")) return std::nullopt;  // A URL.
  return Label{line.substr(begin, end - begin), begin, colon + 1};
}

std::optional<Label> parse_name_label(std::string_view line, std::size_t offset) {
  const auto begin = skip_blanks(line, offset);
  const auto colon = line.find(':', begin);
  if (colon == std::string_view::npos || line.substr(colon).starts_with("://")) return std::nullopt;
  const auto name = trim_end(line.substr(begin, colon - begin));
  if (name.empty() || name.size() > kMaxIdSize) return std::nullopt;
  std::size_t words = 0;
  for (auto rest = name; !rest.empty(); ++words) {
    const auto word = take_word(rest);
    const bool is_particle = words > 0 && std::ranges::find(kParticles, word) != kParticles.end();
    if (!is_particle && !begins_like_name(word)) return std::nullopt;
  }
  if (words < 2 || words > kMostNameWords) return std::nullopt;
  return Label{name, begin, colon + 1};
}

std::optional<Stamp> parse_stamp(std::string_view line) {
  const auto bracket = skip_blanks(line);
  if (bracket == line.size() || line[bracket] != '[') return std::nullopt;
  const auto begin = skip_blanks(line, bracket + 1);
  const auto end = std::min(line.find_first_of(" \t\r[]", begin), line.size());
  if (end == begin || end - begin > kMaxClockSize) return std::nullopt;
  if (!is_digit(line[begin]) && line[begin] != ':') return std::nullopt;
  const auto clock = line.substr(begin, end - begin);
  const auto closing = skip_blanks(line, end);
  const bool is_closed = closing < line.size() && line[closing] == ']';
  return Stamp{clock, begin, is_closed ? closing + 1 : end, parse_clock(clock), is_closed};
}

std::optional<Declaration> parse_declaration(std::string_view line) {
  const auto begin = skip_blanks(line);
  const auto text = trim_end(line.substr(begin));
  if (!text.starts_with('[')) return std::nullopt;
  const bool is_closed = text.ends_with(']');
  auto inside = trim(text.substr(1, text.size() - (is_closed ? 2 : 1)));
  if (inside.find_first_of("[]") != std::string_view::npos) return std::nullopt;
  Declaration result{{}, {}, {}, {begin, begin + text.size()}, is_closed};
  result.id = take_word(inside);
  const bool is_id = !result.id.empty() && result.id.size() <= kMaxIdSize &&
                     result.id.find_first_of(kIdEnd) == std::string_view::npos;
  if (!is_id || inside.empty()) return std::nullopt;
  result.role = take_word(inside);
  result.name = inside;
  if (result.name.empty()) std::swap(result.name, result.role);
  return result;
}

bool declares_host_or_guest(const Declaration& declaration) {
  const auto kind = declaration.role.substr(0, declaration.role.find_last_not_of("0123456789") + 1);
  return declaration.is_closed && (kind == "host" || kind == "guest");
}

std::optional<HeadingLine> parse_heading(std::string_view line) {
  const auto begin = skip_blanks(line);
  const auto behind = std::min(line.find_first_not_of('#', begin), line.size());
  const auto level = behind - begin;
  if (level < 1 || level > 6) return std::nullopt;
  const auto text = skip_blanks(line, behind);
  if (text == behind && behind < line.size()) return std::nullopt;
  auto end = trim_end(line).size();
  const auto closing = line.find_last_not_of('#', end - 1) + 1;
  if (closing > text && closing < end && skip_blanks(line.substr(closing - 1, 1)) == 1) {
    end = trim_end(line.substr(0, closing)).size();
  }
  return HeadingLine{static_cast<int>(level), std::min(text, end), end};
}

bool is_thematic_break(std::string_view line) {
  const auto first = skip_blanks(line);
  if (first == line.size()) return false;
  const char mark = line[first];
  if (mark != '-' && mark != '*' && mark != '_') return false;
  std::size_t count = 0;
  for (const char c : line) {
    if (c == mark) {
      ++count;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return count >= 3;
}

std::optional<std::size_t> skip_bullet(std::string_view line) {
  const auto mark = skip_blanks(line);
  if (mark + 1 >= line.size()) return std::nullopt;
  const bool is_bullet = line[mark] == '*' || line[mark] == '+' || line[mark] == '-';
  const auto text = skip_blanks(line, mark + 1);
  if (!is_bullet || text == mark + 1 || text == line.size()) return std::nullopt;
  return text;
}

}  // namespace cmos::page
