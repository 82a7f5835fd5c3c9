#include "support/speak_page/page_copy.h"

#include <map>

namespace cmos::speaker {
namespace {

// "0:05", or "00:05" where the stamp before had two digits of minutes.
std::string stamp(Time time, const SourceSpan& before) {
  auto clock = format_clock(time);
  if (clock.size() == 4 && before.end - before.begin == 5) clock.insert(0, 1, '0');
  return clock;
}

}  // namespace

std::string with_true_claims(std::string_view page, const Episode& episode,
                             const std::vector<Time>& starts, std::uint64_t mp3_size,
                             Time duration) {
  std::map<std::size_t, std::pair<SourceSpan, std::string>> edits;  // By where they begin.
  const auto replace = [&](const SourceSpan& span, const std::string& text) {
    edits[span.begin] = {span, text};
  };
  if (episode.mp3.size) replace(episode.mp3.size->source, std::to_string(mp3_size));
  if (episode.mp3.duration) replace(episode.mp3.duration->source, format_clock(duration));
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    const auto& turn = episode.turns[i];
    if (turn.stamp) replace(turn.stamp_source, stamp(starts[i], turn.stamp_source));
  }
  std::string copy;
  std::size_t done = 0;
  for (const auto& [begin, edit] : edits) {
    copy += page.substr(done, begin - done);
    copy += edit.second;
    done = edit.first.end;
  }
  copy += page.substr(done);
  return copy;
}

}  // namespace cmos::speaker
