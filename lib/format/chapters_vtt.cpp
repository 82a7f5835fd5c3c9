#include "format/chapters_vtt.h"

#include "cmos/cue.h"
#include "format/webvtt.h"

namespace cmos {

std::string write_chapters_vtt(const Chapters& chapters) {
  Cues cues;
  for (const auto& chapter : chapters) cues.push_back({chapter.time, {{"", chapter.title, {}}}});
  return write_webvtt(cues);
}

}  // namespace cmos
