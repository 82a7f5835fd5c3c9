#include <fmt/format.h>

#include "format/plain_text.h"
#include "format/srt.h"

namespace cmos {

namespace {

std::string without_arrow(std::string text) {
  for (auto at = text.find("-->"); at != std::string::npos; at = text.find("-->", at)) {
    text.replace(at, 3, "\u2192");
  }
  return text;
}

}  // namespace

std::string write_srt(const Cues& cues) {
  std::string result;
  std::size_t index = 0;
  for (const auto& cue : cues) {
    const auto parts = voices(cue);
    if (parts.empty()) continue;
    result += fmt::format("{}\n{} --> {}\n", ++index, format_timestamp(cue.time.start, ','),
                          format_timestamp(cue.time.end, ','));
    for (const auto& voice : parts) {
      for (const auto* line : voice.lines) result += without_arrow(one_line(line->text)) + '\n';
    }
    result += '\n';
  }
  return result;
}

}  // namespace cmos
