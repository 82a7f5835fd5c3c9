#include <fmt/format.h>

#include <ranges>

#include "format/plain_text.h"
#include "format/webvtt.h"
#include "format/webvtt_cues.h"

namespace cmos {

namespace {

// A label stands in front of its voice: who reads voices has the name already.
std::string voice_text(const Voice& voice, bool alone, const CueLineWriter& write_line) {
  auto first = *voice.lines.front();
  const auto label = one_line(first.text.substr(0, first.label));
  first.text.erase(0, first.label);
  first.label = 0;
  const bool is_label_alone = first.text.empty();
  auto result = escape_webvtt(label);
  if (!label.empty()) result += is_label_alone ? '\n' : ' ';
  result += voice_tag(voice.speaker);
  if (!is_label_alone) result += write_line(first);
  for (const auto* line : voice.lines | std::views::drop(1)) {
    if (!is_label_alone || line != voice.lines[1]) result += '\n';
    result += write_line(*line);
  }
  if (!voice.speaker.empty() && (!alone || !label.empty())) result += "</v>";
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
