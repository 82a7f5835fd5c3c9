#include "publish/compare.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "cmos/cue.h"
#include "format/srt.h"

namespace cmos {

namespace {

// Everything but white space, which services break and join at will.
std::string shown_text(const Cue& cue) {
  std::string text;
  for (const auto& line : cue.lines) text += line.text;
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

bool is_near(Time a, Time b) {
  return std::chrono::abs(a - b) <= Time(1);
}

}  // namespace

bool shows_the_same(std::string_view ours, std::string_view theirs) {
  return std::ranges::equal(read_srt(ours, "").value.cues, read_srt(theirs, "").value.cues,
                            [](const Cue& a, const Cue& b) {
                              return is_near(a.time.start, b.time.start) &&
                                     is_near(a.time.end, b.time.end) &&
                                     shown_text(a) == shown_text(b);
                            });
}

}  // namespace cmos
