#include "format/transcript_json.h"

#include <fmt/format.h>

#include <vector>

#include "format/json_text.h"
#include "format/plain_text.h"

namespace cmos {

std::string write_transcript_json(const Cues& cues) {
  std::vector<std::string> segments;
  for (const auto& cue : cues) {
    const auto text = text_of(cue);
    if (text.empty()) continue;
    const auto speaker = one_line(cue.lines.front().speaker);
    const auto who = speaker.empty() ? "" : fmt::format(R"("speaker":{},)", json_string(speaker));
    segments.push_back(fmt::format(R"({{{}"startTime":{},"endTime":{},"body":{}}})", who,
                                   json_seconds(cue.time.start), json_seconds(cue.time.end),
                                   json_string(text)));
  }
  return fmt::format("{{\"version\":\"1.0.0\",\"segments\":[\n{}\n]}}\n",
                     fmt::join(segments, ",\n"));
}

}  // namespace cmos
