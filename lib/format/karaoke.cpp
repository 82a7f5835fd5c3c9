#include "format/karaoke.h"

#include <fmt/format.h>

#include <string_view>

#include "format/plain_text.h"
#include "format/webvtt_cues.h"

namespace cmos {

namespace {

// What stands in front of a line's words: a label, a "-", or nothing.
std::string_view prefix_of(const CueLine& line) {
  std::size_t size = 0;
  for (const auto& word : line.words) {
    const bool first = &word == &line.words.front();
    size += word.text.size() + (first || word.joined ? 0 : 1);
  }
  return std::string_view(line.text).substr(0, line.text.size() - size);
}

// Writes the lines of one cue.
class KaraokeLines {
 public:
  explicit KaraokeLines(const Interval& cue) : last_(cue.start), end_(cue.end) {}

  std::string operator()(const CueLine& line) {
    if (line.words.empty()) return escape_webvtt(one_line(line.text));
    std::string result(prefix_of(line));
    result = escape_webvtt(one_line(result)) + (result.ends_with(' ') ? " " : "");
    for (const auto& word : line.words) {
      const auto text = one_line(word.text);
      if (text.empty()) continue;
      if (&word != &line.words.front() && !word.joined) result += ' ';
      if (word.time.start > last_ && word.time.start < end_) {
        result += fmt::format("<{}>", format_timestamp(word.time.start, '.'));
        last_ = word.time.start;
      }
      result += escape_webvtt(text);
    }
    return result;
  }

 private:
  Time last_;
  Time end_;
};

}  // namespace

std::string write_karaoke(const Cues& cues) {
  return write_webvtt_cues(cues, [](const Cue& cue) { return KaraokeLines(cue.time); });
}

}  // namespace cmos
