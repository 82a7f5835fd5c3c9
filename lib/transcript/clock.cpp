#include "transcript/clock.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

#include "base/ascii.h"
#include "episode/lines.h"

namespace cmos::transcript {

namespace {

constexpr double kMostSeconds = 3'600'000;

constexpr std::array<std::string_view, 6> kRangeMarks = {"-->",    "->",     "\u2192",
                                                         "\u2013", "\u2014", "-"};

bool is_part_of_number(char c) {
  return is_digit(c) || c == ':';
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Behind "a:b", "a:b:c" or "a:b:c:d", whose fields but the first have two digits. `fields` counts
// them.
std::size_t fields_end(std::string_view text, std::size_t at, int& fields) {
  auto end = digits_end(text, at);
  for (fields = 1; fields < 4 && end < text.size() && text[end] == ':'; ++fields) {
    const auto next = digits_end(text, end + 1);
    if (next != end + 3) return end;
    end = next;
  }
  return end;
}

std::size_t fraction_end(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || (text[at] != '.' && text[at] != ',') || !is_digit(text[at + 1])) {
    return at;
  }
  return digits_end(text, at + 1);
}

// Behind an escaped or a plain bracket at `at`; nothing if there is none of them.
std::optional<std::size_t> skip_bracket(std::string_view text, std::size_t at,
                                        std::string_view brackets) {
  if (at < text.size() && text[at] == '\\') ++at;
  if (at >= text.size() || brackets.find(text[at]) == std::string_view::npos) return std::nullopt;
  return at + 1;
}

// Behind the second time of a range, or `at` if none stands there.
std::size_t range_end(std::string_view text, std::size_t at) {
  const auto mark = page::skip_blanks(text, at);
  for (const auto range_mark : kRangeMarks) {
    if (!text.substr(mark).starts_with(range_mark)) continue;
    const auto second = clock_at(text, page::skip_blanks(text, mark + range_mark.size()));
    return second ? second->end : at;
  }
  return at;
}

// "0.5" or "0.5s"; the end behind it.
std::optional<Clock> seconds_at(std::string_view text, std::size_t at) {
  const auto whole = digits_end(text, at);
  const auto end = fraction_end(text, whole);
  if (whole == at || end == whole) return std::nullopt;
  const auto time = parse_time(text.substr(at, end - at));
  if (!time) return std::nullopt;
  const bool has_unit = end < text.size() && text[end] == 's';
  return Clock{*time, {at, end}, end + (has_unit ? 1 : 0)};
}

// Seconds are times only as a range: "0.5 - 2.1".
std::optional<Clock> seconds_range_at(std::string_view text, std::size_t at) {
  const auto first = seconds_at(text, at);
  if (!first) return std::nullopt;
  const auto mark = page::skip_blanks(text, first->end);
  for (const auto range_mark : kRangeMarks) {
    if (!text.substr(mark).starts_with(range_mark)) continue;
    const auto second = seconds_at(text, page::skip_blanks(text, mark + range_mark.size()));
    return second ? std::optional(Clock{first->time, first->source, second->end}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Clock> clock_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
  if (at > 0 && is_part_of_number(text[at - 1])) return std::nullopt;
  int fields = 0;
  const auto whole = fields_end(text, at, fields);
  if (fields < 2) return std::nullopt;
  const auto end = fraction_end(text, whole);
  if (end < text.size() && is_part_of_number(text[end])) return std::nullopt;
  const auto seconds_end = fields == 4 ? whole - 3 : whole;
  std::string clock(text.substr(at, seconds_end - at));
  if (end > whole)
    clock += "." + std::string(text.substr(whole + 1, std::min<std::size_t>(end - whole - 1, 3)));
  const auto time = parse_clock(clock);
  if (!time) return std::nullopt;
  return Clock{*time, {at, end}, end};
}

std::optional<Clock> bracketed_clock_at(std::string_view text, std::size_t at) {
  const auto opened = skip_bracket(text, at, "[(");
  if (!opened) return std::nullopt;
  auto begin = page::skip_blanks(text, *opened);
  if (begin < text.size() && text[begin] == '@') ++begin;
  auto clock = clock_at(text, begin);
  if (!clock) clock = seconds_range_at(text, begin);
  if (!clock) return std::nullopt;
  const auto closed =
      skip_bracket(text, page::skip_blanks(text, range_end(text, clock->end)), "])");
  if (!closed) return std::nullopt;
  clock->end = *closed;
  return clock;
}

std::optional<Clock> any_clock_at(std::string_view text, std::size_t at) {
  if (auto clock = bracketed_clock_at(text, at)) return clock;
  auto clock = clock_at(text, at);
  if (clock) clock->end = range_end(text, clock->end);
  return clock;
}

std::optional<Time> parse_time(std::string_view text) {
  text = page::trim(text);
  if (const auto clock = clock_at(text, 0)) {
    return clock->end == text.size() ? std::optional(clock->time) : std::nullopt;
  }
  if (text.ends_with('s')) text.remove_suffix(1);
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  std::string number(text);
  std::ranges::replace(number, ',', '.');
  double seconds = 0;
  const auto* const last = number.data() + number.size();
  const auto [end, error] = std::from_chars(number.data(), last, seconds, std::chars_format::fixed);
  return error == std::errc{} && end == last ? to_time(seconds) : std::nullopt;
}

std::optional<Time> to_time(double seconds) {
  if (!std::isfinite(seconds) || seconds < 0 || seconds > kMostSeconds) return std::nullopt;
  return std::chrono::round<Time>(std::chrono::duration<double>(seconds));
}

}  // namespace cmos::transcript
