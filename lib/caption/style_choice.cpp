#include "cmos/style_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cmos {

namespace {

// Nobody reads a cue for a minute; no screen has lines of 200 characters.
constexpr int kLongTime = 60'000;

constexpr std::array kNumbers{
    StyleNumber{"lines", "Lines of a cue, at most", 1, 2,
                [](Style& style, int value) { style.lines = static_cast<std::size_t>(value); }},
    StyleNumber{"width", "Characters of a line, at most", 8, 200,
                [](Style& style, int value) { style.width = static_cast<std::size_t>(value); }},
    StyleNumber{"speed", "Characters a second that viewers read", 5, 100,
                [](Style& style, int value) { style.speed = value; }},
    StyleNumber{"shortest", "Milliseconds that a cue stays at least", 0, kLongTime,
                [](Style& style, int value) { style.shortest = Time(value); }},
    StyleNumber{"shortest_a_word", "Milliseconds that a cue stays for each word at least", 0, 2000,
                [](Style& style, int value) { style.shortest_a_word = Time(value); }},
    StyleNumber{"longest", "Milliseconds that a cue stays at most", 1000, kLongTime,
                [](Style& style, int value) { style.longest = Time(value); }},
    StyleNumber{"smallest_gap", "Milliseconds between two cues, unless there are none", 0, 1000,
                [](Style& style, int value) { style.smallest_gap = Time(value); }},
    StyleNumber{"smallest_pause", "Milliseconds below which a gap is closed", 0, 5000,
                [](Style& style, int value) { style.smallest_pause = Time(value); }},
    StyleNumber{"lead", "Milliseconds that a cue comes before its words at most", 0, 1000,
                [](Style& style, int value) { style.lead = Time(value); }},
    StyleNumber{"linger", "Milliseconds that a cue stays behind its words to be read at most", 0,
                5000, [](Style& style, int value) { style.linger = Time(value); }},
    StyleNumber{"lag", "Milliseconds that a cue comes after its first word's start at most", 0,
                1000, [](Style& style, int value) { style.lag = Time(value); }},
};

Result<Style> checked(const Style& style) {
  const auto contradiction = [](std::string_view less, Time smaller, std::string_view more,
                                Time larger) {
    return tl::unexpected(Error{fmt::format("{} ({} ms) is more than {} ({} ms)", less,
                                            smaller.count(), more, larger.count()),
                                "style-contradiction"});
  };
  if (style.shortest > style.longest) {
    return contradiction("shortest", style.shortest, "longest", style.longest);
  }
  if (style.smallest_gap > style.smallest_pause) {
    return contradiction("smallest_gap", style.smallest_gap, "smallest_pause",
                         style.smallest_pause);
  }
  return style;
}

struct WideScript {
  std::string_view language;
  std::size_t width;
  int speed;
};

// Full-width characters of a line and characters a second. Netflix, Timed Text Style Guides of
// Chinese (Simplified), Japanese and Korean, "Character Limitation" and "Reading Speed Limits"
// (adults).
constexpr std::array kWideScripts{
    WideScript{"zh", 16, 9}, WideScript{"cmn", 16, 9}, WideScript{"yue", 16, 9},
    WideScript{"ja", 13, 4}, WideScript{"ko", 16, 12},
};

// Null where characters are not full-width.
const WideScript* wide_script(std::string_view language) {
  const auto primary = language.substr(0, language.find('-'));
  const auto* const found = std::ranges::find(kWideScripts, primary, &WideScript::language);
  return found == kWideScripts.end() ? nullptr : found;
}

}  // namespace

std::span<const StyleNumber> style_numbers() {
  return kNumbers;
}

StyleChoice merged(StyleChoice configured, const StyleChoice& asked) {
  auto& [style, changes] = configured;
  if (asked.style != nullptr) style = asked.style;
  changes.insert(changes.end(), asked.changes.begin(), asked.changes.end());
  return configured;
}

Result<Style> choose_style(const StyleChoice& choice, std::string_view language) {
  Style style = choice.style != nullptr ? *choice.style : kStyles[0];
  if (const auto* const wide = wide_script(language); wide != nullptr) {
    style.width = wide->width;
    style.speed = wide->speed;
    style.columns = 2;
  }
  for (const auto& change : choice.changes) change.number->set(style, change.value);
  return checked(style);
}

}  // namespace cmos
