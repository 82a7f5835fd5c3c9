#include <fmt/format.h>

#include "format/plain_text.h"
#include "format/webvtt.h"
#include "format/webvtt_cues.h"

namespace cmos {

namespace {

std::string voice_text(const Voice& voice, bool alone, const CueLineWriter& write_line) {
  auto result = voice_tag(voice.speaker);
  for (const auto* line : voice.lines) {
    if (line != voice.lines.front()) result += '\n';
    result += write_line(*line);
  }
  if (!voice.speaker.empty() && !alone) result += "</v>";
  return result + '\n';
}

std::string write_plain_line(const CueLine& line) {
  return escape_webvtt(one_line(line.text));
}

}  // namespace

std::string escape_webvtt(std::string_view text) {
  return escape_markup(text, "&<>");
}

std::string voice_tag(std::string_view speaker) {
  const auto name = escape_webvtt(one_line(speaker));
  if (name.empty()) return {};
  // "-->" may stand nowhere in a cue; readers drop the space.
  return fmt::format("<v {}{}>", name, name.ends_with("--") ? " " : "");
}

std::string webvtt_times(const Interval& time) {
  return fmt::format("{} --> {}", format_timestamp(time.start, '.'),
                     format_timestamp(time.end, '.'));
}

std::string write_webvtt_cues(const Cues& cues,
                              const std::function<CueLineWriter(const Cue& cue)>& line_writer) {
  std::string result = "WEBVTT\n";
  for (const auto& cue : cues) {
    const auto parts = voices(cue);
    if (parts.empty()) continue;
    const auto write_line = line_writer(cue);
    result += fmt::format("\n{}\n", webvtt_times(cue.time));
    for (const auto& voice : parts) result += voice_text(voice, parts.size() == 1, write_line);
  }
  return result;
}

std::string write_webvtt(const Cues& cues) {
  return write_webvtt_cues(cues, [](const Cue&) { return write_plain_line; });
}

}  // namespace cmos
