#include <fmt/format.h>

#include <unordered_set>
#include <utility>

#include "format/webvtt.h"
#include "format/webvtt_cue_text.h"
#include "format/webvtt_settings.h"

namespace cmos {

namespace {

bool has_arrow(const TextLine& line) {
  return line.text.find("-->") != std::string_view::npos;
}

bool is_keyword(std::string_view line, std::string_view keyword) {
  return line.starts_with(keyword) && (line.size() == keyword.size() ||
                                       line[keyword.size()] == ' ' || line[keyword.size()] == '\t');
}

SourcePosition start_of(const TextLine& line) {
  const auto indentation = line.text.find_first_not_of(" \t");
  return {line.number,
          static_cast<std::uint32_t>(indentation == std::string_view::npos ? 0 : indentation) + 1};
}

class WebVttReader {
 public:
  WebVttReader(std::string_view bytes, const std::string& name)
      : file_(bytes, name, CaptionsForm::webvtt), lines_(file_.lines()) {}

  WithDiagnostics<ReadCaptions> read() {
    signature();
    header();
    while (at_ < lines_.size()) {
      if (lines_[at_].text.empty()) {
        ++at_;
      } else {
        block();
      }
    }
    return {std::move(result_), file_.take_diagnostics()};
  }

 private:
  void report(RuleName rule, const TextLine& line, std::string message) {
    file_.report(rule, start_of(line), std::move(message));
  }

  void signature() {
    if (!lines_.empty() && is_keyword(lines_[0].text, "WEBVTT")) {
      at_ = 1;
      return;
    }
    file_.report("vtt-signature", {1, 1}, "a WebVTT file begins with the line WEBVTT");
  }

  // What stands between the signature and the first blank line.
  void header() {
    if (at_ == 0) return;
    for (; at_ < lines_.size() && !lines_[at_].text.empty(); ++at_) {
      if (has_arrow(lines_[at_])) {
        report("vtt-header", lines_[at_], "a blank line is missing behind the header");
        return;
      }
      report("vtt-header", lines_[at_], "WebVTT has no header lines; leave this one out");
    }
  }

  void block() {
    const auto first = at_;
    if (has_arrow(lines_[first])) return cue(nullptr, lines_[at_++]);
    const bool second = first + 1 < lines_.size() && has_arrow(lines_[first + 1]);
    if (second) {
      at_ += 2;
      return cue(&lines_[first], lines_[first + 1]);
    }
    const auto lines = body();
    const auto text = lines_[first].text;
    if (is_keyword(text, "NOTE")) return;
    if (is_keyword(text, "STYLE") || is_keyword(text, "REGION")) return definition(lines);
    report("vtt-stray-text", lines_[first], "this text belongs to no cue");
  }

  // A STYLE or REGION block, which players read before the first cue only.
  void definition(const std::vector<TextLine>& lines) {
    if (cue_seen_) {
      report("vtt-late-block", lines[0],
             "players pass over a STYLE or REGION behind the first cue; move it up");
    } else if (const auto id = webvtt_region_id(lines); !id.empty()) {
      regions_.insert(id);
    }
  }

  // The lines from here to the end of the block.
  std::vector<TextLine> body() {
    std::vector<TextLine> lines;
    for (; at_ < lines_.size() && !lines_[at_].text.empty(); ++at_) {
      if (has_arrow(lines_[at_])) {
        report("vtt-blank-line", lines_[at_],
               "a blank line is missing before this cue (or --> stands in text)");
        break;
      }
      lines.push_back(lines_[at_]);
    }
    return lines;
  }

  void cue(const TextLine* id, const TextLine& times) {
    cue_seen_ = true;
    const auto lines = body();
    if (id != nullptr && !ids_.insert(id->text).second) {
      report("vtt-duplicate-id", *id, fmt::format("the identifier {} is used twice", id->text));
    }
    const auto parsed = parse_timing_line(times.text, CaptionsForm::webvtt);
    if (!parsed) {
      report("vtt-timing", times, "the times of this cue cannot be read; it is left out");
      return;
    }
    check_times(*parsed, times);
    check_webvtt_settings(parsed->rest, times, regions_, file_);
    auto text = parse_webvtt_cue_text(lines, parsed->time, file_);
    if (text.empty()) {
      report("vtt-empty-cue", times, "this cue has no text");
      return;
    }
    result_.cues.push_back({parsed->time, std::move(text)});
    result_.positions.push_back(start_of(times));
  }

  void check_times(const TimingLine& parsed, const TextLine& line) {
    if (!parsed.as_webvtt) {
      report("vtt-time-format", line, "write the times as 00:00:00.000 --> 00:00:00.000");
    }
    if (parsed.time.end <= parsed.time.start) {
      report("vtt-end-before-start", line, "this cue does not end after its start");
    }
    if (parsed.time.start < last_start_) {
      report("vtt-start-order", line, "this cue starts before the one above it");
    }
    last_start_ = parsed.time.start;
  }

  CaptionsFile file_;
  const std::vector<TextLine>& lines_;
  std::size_t at_ = 0;
  Time last_start_{0};
  bool cue_seen_ = false;
  WebVttRegions regions_;
  std::unordered_set<std::string_view> ids_;
  ReadCaptions result_;
};

}  // namespace

WithDiagnostics<ReadCaptions> read_webvtt(std::string_view bytes, const std::string& file) {
  return WebVttReader(bytes, file).read();
}

}  // namespace cmos
