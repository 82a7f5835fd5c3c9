#include "transcript/nist_form.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "episode/lines.h"
#include "transcript/clock.h"
#include "transcript/fields.h"

namespace cmos::transcript {

bool is_stm_line(std::string_view line) {
  const auto fields = split_blanks({line, 0, line.size()}, 6);
  return fields.size() == 6 && is_number(fields[3].text) && is_number(fields[4].text);
}

Draft read_stm(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  Draft draft;
  SegmentJoiner joiner(draft);
  for (const auto& line : lines_of(text, begin)) {
    if (page::trim(line.text).empty() || line.text.starts_with(";;")) continue;
    if (!is_stm_line(line.text)) {
      report_line(line, diagnostics);
      continue;
    }
    auto fields = split_blanks(line, 6);
    auto& spoken = fields[5];
    if (spoken.text.starts_with('<')) {
      const auto labels = std::min(spoken.text.find('>'), spoken.text.size() - 1) + 1;
      spoken = {spoken.text.substr(labels), spoken.offset + labels};
    }
    if (page::trim(spoken.text) == "ignore_time_segment_in_scoring") continue;
    joiner.add({voice_of(fields[2]), false, stated(*parse_time(fields[3].text), fields[3]),
                draft.append(spoken.text, spoken.offset)});
  }
  return draft;
}

bool is_ctm_line(std::string_view line) {
  const auto fields = split_blanks({line, 0, line.size()}, 7);
  return (fields.size() == 5 || fields.size() == 6) && is_number(fields[2].text) &&
         is_number(fields[3].text);
}

Draft read_ctm(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  struct TimedWord {
    Fields fields;
    Time start;
  };
  std::vector<TimedWord> words;
  std::set<std::string_view> channels;
  for (const auto& line : lines_of(text, begin)) {
    if (page::trim(line.text).empty() || line.text.starts_with(";;")) continue;
    if (!is_ctm_line(line.text)) {
      report_line(line, diagnostics);
      continue;
    }
    auto fields = split_blanks(line, 7);
    const auto start = *parse_time(fields[2].text);
    channels.insert(fields[1].text);
    words.push_back({std::move(fields), start});
  }
  std::ranges::stable_sort(words, {}, &TimedWord::start);
  Draft draft;
  SegmentJoiner joiner(draft);
  for (const auto& [fields, start] : words) {
    std::optional<Voice> voice;
    if (channels.size() > 1) voice = voice_of(fields[1]);
    joiner.add(
        {voice, false, stated(start, fields[2]), draft.append(fields[4].text, fields[4].offset)});
  }
  return draft;
}

}  // namespace cmos::transcript
