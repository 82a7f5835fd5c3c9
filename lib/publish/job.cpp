#include "publish/job.h"

#include <utility>

#include "format/srt.h"

namespace cmos {

namespace {

void move_by(Interval& interval, Time offset) {
  interval.start += offset;
  interval.end += offset;
}

}  // namespace

UploadJob make_job(std::string page, TrackKey key, Cues cues, Time audio,
                   std::optional<Time> offset) {
  for (auto& cue : cues) {
    move_by(cue.time, offset.value_or(Time(0)));
    for (auto& line : cue.lines) {
      for (auto& word : line.words) move_by(word.time, offset.value_or(Time(0)));
    }
  }
  auto file = write_srt(cues);
  return {std::move(page), std::move(key),     std::move(file), std::move(cues),
          audio,           offset.has_value(), std::nullopt};
}

}  // namespace cmos
