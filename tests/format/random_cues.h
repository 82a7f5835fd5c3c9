// Random cues for property tests of the formats.
#pragma once

#include <rapidcheck.h>

#include "cmos/cue.h"
#include "support/random_text.h"

inline rc::Gen<cmos::Cues> random_cues() {
  return rc::gen::exec([] {
    cmos::Cues cues;
    cmos::Time end{0};
    const auto count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
      cmos::Cue cue;
      cue.time.start = end + cmos::Time(*rc::gen::inRange(0, 4'000'000));
      end = cue.time.end = cue.time.start + cmos::Time(*rc::gen::inRange(1, 8000));
      const auto lines = *rc::gen::inRange(1, 3);
      for (int j = 0; j < lines; ++j) {
        cue.lines.push_back({*random_text::text(), *random_text::text(), {}});
      }
      cues.push_back(std::move(cue));
    }
    return cues;
  });
}
