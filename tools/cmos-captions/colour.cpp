#include "colour.h"

#include <fmt/color.h>
#include <fmt/format.h>

#include <cstdlib>
#include <ostream>
#include <string_view>

#include "terminal.h"

namespace cmos {

namespace {

// The place of the setting among what streams keep for others.
int setting() {
  static const int index = std::ios_base::xalloc();
  return index;
}

fmt::text_style style_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::red);
    case Severity::warning:
      return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::magenta);
    case Severity::note:
      break;
  }
  return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::cyan);
}

}  // namespace

bool wants_colour(Colour asked, int descriptor) {
  if (asked != Colour::automatic) return asked == Colour::always;
  const char* refused = std::getenv("NO_COLOR");
  return (refused == nullptr || *refused == '\0') && takes_escapes(descriptor);
}

void set_colour(std::ostream& stream, bool is_on) {
  stream.iword(setting()) = is_on ? 1 : 0;
}

std::string diagnostic_line(const Diagnostic& diagnostic, std::ios_base& stream) {
  auto line = to_string(diagnostic) + '\n';
  if (stream.iword(setting()) == 0) return line;
  const auto place = place_of(diagnostic).size() + 1;  // With its colon.
  const auto severity = severity_name(diagnostic.severity);
  const auto message = place + 1 + severity.size() + 1;
  const auto rule = line.size() - diagnostic.rule.name().size() - 2;  // Behind its bracket.
  const std::string_view text = line;
  const auto colour = style_of(diagnostic.severity);
  return fmt::format("{} {}{}{}]\n", fmt::format(fmt::emphasis::bold, "{}", text.substr(0, place)),
                     fmt::format(colour, "{}:", severity), text.substr(message, rule - message),
                     fmt::format(colour, "{}", diagnostic.rule.name()));
}

}  // namespace cmos
