#include "format/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/base64.h"
#include "base/unicode.h"
#include "format/html_text.h"
#include "format/player_parts.h"
#include "format/review_findings.h"
#include "format/web_page.h"
#include "media/peak_meter.h"

namespace cmos {

namespace {

// Bytes of the waveform: an hour at 20 a second.
constexpr std::size_t kMostPeaks = 72000;

// A digit a word: tenths of how sure it is; "-" where nothing was measured.
std::string confidence_attribute(const Alignment& alignment, std::size_t first_word,
                                 std::size_t end_word) {
  std::string digits;
  for (auto i = first_word; i < end_word; ++i) {
    const auto& sure = alignment.words[i].confidence;
    digits += sure ? static_cast<char>('0' + std::clamp(static_cast<int>(*sure * 10), 0, 9)) : '-';
  }
  return fmt::format(" data-c=\"{}\"", digits);
}

std::string_view name_of(const ReviewFinding& finding) {
  switch (finding.severity) {
    case Severity::error:
      return "Error";
    case Severity::warning:
      return "Warning";
    case Severity::note:
      break;
  }
  return finding.rule.empty() ? "Doubtful" : "Note";
}

std::string finding_html(const ReviewFinding& finding) {
  const auto name = name_of(finding);
  std::string html = fmt::format("<li class=\"cmos-{}\"><b>{}</b> ", name, name);
  if (const auto& time = finding.time) {
    html += fmt::format(R"(<a href="#t={}" data-end="{}">{}</a> )", short_seconds(time->start),
                        time->end.count(), format_clock(time->start));
  }
  html += fmt::format("<bdi>{}</bdi>", line_html(finding.message));
  if (!finding.rule.empty()) html += fmt::format(" <code>{}</code>", finding.rule);
  return html + "</li>\n";
}

std::string findings_html(const ReviewContent& content) {
  const auto findings = review_findings(content);
  std::string html = fmt::format(
      "<section class=\"cmos-findings\" aria-label=\"Findings\">\n<h2>Findings, worst first "
      "({})</h2>\n",
      findings.size());
  if (findings.empty()) return html + "<p>Nothing was found.</p>\n</section>\n";
  html += "<ol tabindex=\"0\" aria-label=\"Findings\">\n";
  for (const auto& finding : findings) html += finding_html(finding);
  return html + "</ol>\n</section>\n";
}

nlohmann::json intervals(const std::vector<Interval>& list) {
  auto json = nlohmann::json::array();
  for (const auto& [start, end] : list) json.push_back({start.count(), end.count()});
  return json;
}

// As many a second as fit: the largest of each few.
nlohmann::json wave(std::span<const std::uint8_t> peaks) {
  const auto step = std::max<std::size_t>(1, (peaks.size() + kMostPeaks - 1) / kMostPeaks);
  std::string bytes;
  bytes.reserve(peaks.size() / step + 1);
  for (std::size_t i = 0; i < peaks.size(); i += step) {
    const auto part = peaks.subspan(i, std::min(step, peaks.size() - i));
    bytes += static_cast<char>(*std::ranges::max_element(part));
  }
  return {{"step", static_cast<double>(step) / kPeakRate}, {"peaks", base64(bytes)}};
}

nlohmann::json correction_json(const Correction& correction) {
  auto json = nlohmann::json::object();
  const auto add_text = [&](const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
  };
  const auto add_time = [&](const char* key, const std::optional<Time>& time) {
    if (time) json[key] = time->count();
  };
  add_text("words", correction.words);
  add_text("before", correction.before);
  add_text("after", correction.after);
  add_text("chapter", correction.chapter);
  add_text("text", correction.text);
  add_text("speaker", correction.speaker);
  add_text("title", correction.title);
  add_time("start", correction.start);
  add_time("end", correction.end);
  add_time("time", correction.time);
  if (correction.is_cue) json["cue"] = true;
  if (correction.is_right) json["right"] = true;
  if (correction.first_word) json["first"] = *correction.first_word;
  return json;
}

// What the editor needs.
void add_corrections(const ReviewContent& content, nlohmann::json& data) {
  data["file"] = content.corrections_name;
  auto& ids = data["ids"] = nlohmann::json::array();
  for (const auto& speaker : content.player.episode.speakers) {
    ids.push_back({speaker.id, one_line(speaker.name)});
  }
  auto& corrections = data["corrections"] = nlohmann::json::array();
  for (const auto& correction : content.corrections) {
    corrections.push_back(correction_json(correction));
  }
}

nlohmann::json review_data(const ReviewContent& content, const SpeakerNames& speakers) {
  const auto& [episode, alignment, cues, chapters, audio, sounds] = content.player;
  auto data = player_data(content.player, speakers);
  data["duration"] = alignment.duration.count();
  data["wave"] = wave(content.peaks);
  data["silences"] = intervals(audio != nullptr ? audio->silences : std::vector<Interval>());
  auto& turns = data["turns"] = nlohmann::json::array();
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    const auto& [start, end] = alignment.turns[i];
    const auto& name = episode.speakers[episode.turns[i].speaker].name;
    turns.push_back({start.count(), end.count(), speakers.index(name), episode.turns[i].speaker});
  }
  auto& marks = data["chapters"] = nlohmann::json::array();
  for (const auto& chapter : chapters) {
    marks.push_back({chapter.time.start.count(), one_line(chapter.title)});
  }
  add_corrections(content, data);
  return data;
}

}  // namespace

std::string write_review(const ReviewContent& content) {
  const auto& player = content.player;
  const auto& episode = player.episode;
  const SpeakerNames speakers(episode);
  const auto title = one_line(episode.title).empty() ? "Episode" : episode.title;
  const auto sure = [&](std::size_t first_word, std::size_t end_word) {
    return confidence_attribute(player.alignment, first_word, end_word);
  };
  return web_page(
      "Review: " + title, kReviewAssets,
      fmt::format("<main class=\"cmos-player cmos-review\">\n<h1>Review: <bdi lang=\"{}\">{}</bdi>"
                  "</h1>\n<div class=\"cmos-bar\">{}</div>\n{}{}{}{}</main>\n",
                  line_html(episode.language), line_html(title), sound_html(player),
                  findings_html(content), chapters_html(player),
                  transcript_html(player, speakers, sure),
                  data_element("cmos-data", review_data(content, speakers))));
}

}  // namespace cmos
