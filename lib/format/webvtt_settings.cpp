#include "format/webvtt_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string>

#include "base/ascii.h"

namespace cmos {

namespace {

// Takes the first piece between blanks off the front; empty at the end.
std::string_view take_piece(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  const auto piece = text.substr(0, text.find_first_of(" \t"));
  text.remove_prefix(piece.size());
  return piece;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// "0%" to "100%", with a fraction or without.
bool is_percentage(std::string_view text) {
  if (!text.ends_with('%')) return false;
  text.remove_suffix(1);
  const auto point = text.find('.');
  const bool has_form = is_digits(text.substr(0, point)) &&
                        (point == std::string_view::npos || is_digits(text.substr(point + 1)));
  double value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return has_form && parsed.ec == std::errc{} && value <= 100;
}

// "-1", "5".
bool is_line_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return is_digits(text);
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> values) {
  return std::ranges::find(values, text) != values.end();
}

// "VALUE" or "VALUE,ALIGNMENT".
bool is_aligned(std::string_view text, bool (*is_value)(std::string_view),
                std::initializer_list<std::string_view> alignments) {
  const auto comma = text.find(',');
  return is_value(text.substr(0, comma)) &&
         (comma == std::string_view::npos || is_one_of(text.substr(comma + 1), alignments));
}

// What is wrong with a setting; empty if nothing is.
std::string fault_of(std::string_view name, std::string_view value, const WebVttRegions& regions) {
  const auto unless = [](bool right, std::string_view advice) {
    return right ? std::string() : std::string(advice);
  };
  if (name == "vertical") return unless(is_one_of(value, {"rl", "lr"}), "write rl or lr");
  if (name == "line") {
    const auto is_line = [](std::string_view text) {
      return is_line_number(text) || is_percentage(text);
    };
    return unless(is_aligned(value, is_line, {"start", "center", "end"}),
                  "write a line's number or 0% to 100%, and perhaps start, center or end");
  }
  if (name == "position") {
    return unless(is_aligned(value, is_percentage, {"line-left", "center", "line-right"}),
                  "write 0% to 100%, and perhaps line-left, center or line-right");
  }
  if (name == "size") return unless(is_percentage(value), "write 0% to 100%");
  if (name == "align") {
    return unless(is_one_of(value, {"start", "center", "end", "left", "right"}),
                  "write start, center, end, left or right");
  }
  if (name == "region") return unless(regions.contains(value), "no REGION above has this id");
  return "there is no such setting";
}

}  // namespace

std::string_view webvtt_region_id(const std::vector<TextLine>& block) {
  constexpr std::string_view kId = "id:";
  for (const auto& line : block) {
    auto rest = line.text;
    for (auto piece = take_piece(rest); !piece.empty(); piece = take_piece(rest)) {
      if (piece.starts_with(kId)) return piece.substr(kId.size());
    }
  }
  return {};
}

void check_webvtt_settings(std::string_view settings, const TextLine& line,
                           const WebVttRegions& regions, CaptionsFile& file) {
  std::set<std::string_view> seen;
  for (auto piece = take_piece(settings); !piece.empty(); piece = take_piece(settings)) {
    const auto colon = std::min(piece.find(':'), piece.size());
    const auto name = piece.substr(0, colon);
    auto fault = fault_of(name, piece.substr(std::min(colon + 1, piece.size())), regions);
    if (fault.empty() && !seen.insert(name).second) fault = "it is given twice";
    if (fault.empty()) continue;
    const auto column = static_cast<std::uint32_t>(piece.data() - line.text.data()) + 1;
    file.report("vtt-setting", {line.number, column},
                fmt::format("players pass over the setting {}: {}", piece, fault));
  }
}

}  // namespace cmos
