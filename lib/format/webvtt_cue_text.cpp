#include "format/webvtt_cue_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ranges>
#include <utility>

#include "base/voice_label.h"
#include "episode/character_reference.h"
#include "format/plain_text.h"

namespace cmos {

namespace {

constexpr std::array<std::string_view, 8> kTags = {"c", "i", "b", "u", "ruby", "rt", "v", "lang"};

class CueTextParser {
 public:
  CueTextParser(const TextLine& line, std::vector<CueLine>& result, CaptionsFile& file)
      : line_(line), result_(result), file_(file) {}

  // What is open from line to line.
  struct State {
    std::vector<std::pair<std::string, std::string>> open;  // Tags and their annotations.
    Time last_inner{-1};                                    // Of the inner timestamps.
  };

  void parse(State& state, const Interval& time) {
    std::string speaker;
    std::string text;
    while (at_ < line_.text.size()) {
      if (line_.text[at_] == '<') {
        tag(state, time);
        continue;
      }
      const auto end = std::min(line_.text.find('<', at_), line_.text.size());
      if (text.empty() || is_voice_label(text, voice(state))) speaker = voice(state);
      text += decode(line_.text.substr(at_, end - at_));
      at_ = end;
    }
    text = one_line(text);
    if (!text.empty()) result_.push_back({std::move(speaker), std::move(text), {}});
  }

 private:
  void report(RuleName rule, std::size_t at, std::string message) {
    file_.report(rule, {line_.number, static_cast<std::uint32_t>(at + 1)}, std::move(message));
  }

  static std::string voice(const State& state) {
    for (const auto& [tag, annotation] : std::views::reverse(state.open)) {
      if (tag == "v") return annotation;
    }
    return {};
  }

  // Part of the line, with its character references decoded.
  std::string decode(std::string_view part) {
    std::string result;
    while (!part.empty()) {
      const auto text_end = std::min(part.find('&'), part.size());
      result += part.substr(0, text_end);
      part.remove_prefix(text_end);
      if (part.empty()) break;
      const auto size = page::character_reference_size(part);
      const auto text = page::decode_character_reference(part.substr(0, size));
      if (!text) {
        report("vtt-escape", static_cast<std::size_t>(part.data() - line_.text.data()),
               "this & begins no character reference; write &amp;");
      }
      result += text.value_or("&");
      part.remove_prefix(text ? size : 1);
    }
    return result;
  }

  void tag(State& state, const Interval& time) {
    const auto begin = at_;
    const auto end = line_.text.find('>', begin);
    if (end == std::string_view::npos) {
      report("vtt-escape", begin, "this < begins a tag that does not end in the line; write &lt;");
      at_ = line_.text.size();
      return;
    }
    const auto inside = line_.text.substr(begin + 1, end - begin - 1);
    at_ = end + 1;
    if (!inside.empty() && inside[0] >= '0' && inside[0] <= '9') {
      inner_time(inside, begin, state, time);
    } else if (inside.starts_with('/')) {
      close(inside.substr(1), begin, state);
    } else {
      open(inside, begin, state);
    }
  }

  void open(std::string_view inside, std::size_t begin, State& state) {
    const auto name = inside.substr(0, inside.find_first_of(". \t"));
    if (std::ranges::find(kTags, name) == kTags.end()) {
      report("vtt-tag", begin,
             fmt::format("WebVTT has no tag <{}>; write &lt; if it is text", name));
      return;
    }
    const auto space = inside.find_first_of(" \t");
    auto note =
        space == std::string_view::npos ? std::string() : one_line(decode(inside.substr(space)));
    if (name == "v" && note.empty()) report("vtt-tag", begin, "this <v> names nobody");
    state.open.emplace_back(name, std::move(note));
  }

  void close(std::string_view name, std::size_t begin, State& state) {
    if (state.open.empty() || state.open.back().first != name) {
      report("vtt-tag", begin, fmt::format("</{}> ends no tag that is open here", name));
      return;
    }
    state.open.pop_back();
  }

  void inner_time(std::string_view inside, std::size_t begin, State& state, const Interval& time) {
    const auto twice = fmt::format("{0} --> {0}", inside);
    const auto parsed = parse_timing_line(twice, CaptionsForm::webvtt);
    if (!parsed || !parsed->as_webvtt) {
      report("vtt-inner-time", begin, fmt::format("<{}> is no timestamp", inside));
      return;
    }
    const auto value = parsed->time.start;
    if (value <= time.start || value >= time.end || value <= state.last_inner) {
      report("vtt-inner-time", begin,
             "this timestamp does not lie inside the cue and after the one before it");
    }
    state.last_inner = value;
  }

  TextLine line_;
  std::vector<CueLine>& result_;
  CaptionsFile& file_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<CueLine> parse_webvtt_cue_text(const std::vector<TextLine>& lines, const Interval& time,
                                           CaptionsFile& file) {
  std::vector<CueLine> result;
  CueTextParser::State state;
  for (const auto& line : lines) CueTextParser(line, result, file).parse(state, time);
  for (std::size_t i = 0; i + 1 < result.size(); ++i) {  // Labels alone on their lines.
    const auto& next = result[i + 1].speaker;
    if (result[i].speaker.empty() && is_voice_label(result[i].text, next)) result[i].speaker = next;
  }
  return result;
}

}  // namespace cmos
