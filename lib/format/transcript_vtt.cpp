#include "format/transcript_vtt.h"

#include <fmt/format.h>

#include "format/plain_text.h"
#include "format/webvtt_cues.h"

namespace cmos {

std::string write_transcript_vtt(const Cues& cues) {
  std::string result = "WEBVTT\n";
  for (const auto& cue : cues) {
    const auto text = text_of(cue);
    if (text.empty()) continue;
    result += fmt::format("\n{}\n{}{}\n", webvtt_times(cue.time),
                          voice_tag(cue.lines.front().speaker), escape_webvtt(text));
  }
  return result;
}

}  // namespace cmos
