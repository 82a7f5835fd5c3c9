#include "format/player_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "format/html_text.h"
#include "format/plain_text.h"
#include "format/transcript.h"
#include "format/web_page.h"

namespace cmos {

namespace {

constexpr int kColours = 6;

class TranscriptWriter {
 public:
  TranscriptWriter(const PlayerContent& content, const SpeakerNames& speakers,
                   const ParagraphAttributes& more)
      : content_(content),
        language_(line_html(content.episode.language)),
        speakers_(speakers),
        more_(more) {}

  std::string write() {
    for (const auto& part : transcript_parts(content_.episode, content_.alignment)) {
      if (part.heading != nullptr) {
        heading(*part.heading);
      } else {
        paragraph(part);
      }
    }
    end_turn();
    return std::move(html_);
  }

 private:
  // At most one level below the heading before: readers step through them.
  void heading(const Heading& heading) {
    end_turn();
    level_ = std::clamp(heading.level, 2, std::min(level_ + 1, 6));
    html_ += fmt::format("<h{0} dir=\"auto\" lang=\"{1}\">{2}</h{0}>\n", level_, language_,
                         line_html(heading.text));
  }

  void paragraph(const TranscriptPart& part) {
    if (part.begins_turn) end_turn();
    if (!in_turn_) {
      html_ += fmt::format("<div class=\"cmos-turn cmos-s{}\">", speakers_.colour(part.speaker));
      in_turn_ = true;
    }
    if (part.begins_turn && !part.speaker.empty()) {
      html_ +=
          fmt::format("<b class=\"cmos-speaker\"><bdi>{}</bdi></b>\n", line_html(part.speaker));
    }
    if (part.start) html_ += time_link(*part.start);
    html_ += fmt::format("<p dir=\"auto\" lang=\"{}\" data-t=\"{}\"{}>{}</p>\n", language_,
                         word_times(content_.alignment, part.first_word, part.end_word),
                         more_ ? more_(part.first_word, part.end_word) : "",
                         words_html(content_.episode, part.first_word, part.end_word));
  }

  std::string time_link(Time start) {
    return fmt::format("<a class=\"cmos-time\"{} href=\"#t={}\">{}</a>\n", anchors_.id(start),
                       short_seconds(start), format_clock(start));
  }

  void end_turn() {
    if (std::exchange(in_turn_, false)) html_ += "</div>\n";
  }

  const PlayerContent& content_;
  std::string language_;
  const SpeakerNames& speakers_;
  const ParagraphAttributes& more_;
  std::string html_;
  MomentAnchors anchors_;
  int level_ = 1;
  bool in_turn_ = false;
};

// What a file of MPEG audio holds beyond what is heard of it, in seconds: the encoder's delay and
// padding, and the frame of its tag.
double unheard_seconds(const AudioInfo& audio) {
  const auto samples = audio.delay_samples + audio.padding_samples;
  if (samples == 0 || audio.sample_rate == 0) return 0;
  const int frame = audio.sample_rate < 32000 ? 576 : 1152;
  return static_cast<double>(samples + frame) / audio.sample_rate;
}

}  // namespace

SpeakerNames::SpeakerNames(const Episode& episode) {
  for (const auto& turn : episode.turns) {
    const auto name = one_line(episode.speakers[turn.speaker].name);
    if (!name.empty() && index(name) < 0) names_.push_back(name);
  }
}

int SpeakerNames::index(std::string_view name) const {
  const auto found = std::ranges::find(names_, one_line(name));
  return found == names_.end() ? -1 : static_cast<int>(found - names_.begin());
}

int SpeakerNames::colour(std::string_view name) const {
  const int found = index(name);
  return found < 0 ? 0 : found % kColours + 1;
}

std::string word_times(const Alignment& alignment, std::size_t first_word, std::size_t end_word) {
  std::string text;
  Time at{0};
  for (auto i = first_word; i < end_word; ++i) {
    const auto& [time, confidence, is_spoken] = alignment.words[i];
    const Time end = is_spoken ? time.end : time.start;
    text += fmt::format("{}{} {}", text.empty() ? "" : " ", (time.start - at).count(),
                        (end - time.start).count());
    at = end;
  }
  return text;
}

std::string sound_html(const PlayerContent& content) {
  std::string html = R"(<audio controls preload="metadata" aria-label="Sound of the episode">)";
  for (const auto& sound : content.sounds) {
    html += fmt::format("<source src=\"{}\">", escape_html(sound));
  }
  return html + "</audio>\n";
}

std::string chapters_html(const PlayerContent& content) {
  if (content.chapters.empty()) return {};
  std::string html = "<nav class=\"cmos-chapters\" aria-label=\"Chapters\"><ol>\n";
  for (const auto& chapter : content.chapters) {
    const auto url = link_html(chapter.url);
    html += fmt::format(
        "<li><a href=\"#t={}\">{} <bdi lang=\"{}\">{}</bdi></a>{}</li>\n",
        short_seconds(chapter.time.start), format_clock(chapter.time.start),
        line_html(content.episode.language), line_html(chapter.title),
        url ? fmt::format(R"( (<a href="{}">link<span class="cmos-hidden"> for {}</span></a>))",
                          *url, line_html(chapter.title))
            : "");
  }
  return html + "</ol></nav>\n";
}

std::string transcript_html(const PlayerContent& content, const SpeakerNames& speakers,
                            const ParagraphAttributes& more) {
  return "<section class=\"cmos-transcript\" aria-label=\"Transcript\">\n" +
         TranscriptWriter(content, speakers, more).write() + "</section>\n";
}

nlohmann::json player_data(const PlayerContent& content, const SpeakerNames& speakers) {
  auto cues = nlohmann::json::array();
  for (const auto& cue : content.cues) {
    auto said = nlohmann::json::array();
    for (const auto& voice : voices(cue)) {
      auto lines = nlohmann::json::array({speakers.index(voice.speaker)});
      for (const auto* line : voice.lines) {  // The page shows names by itself.
        const auto text = one_line(line->text.substr(line->label));
        if (!text.empty()) lines.push_back(text);
      }
      said.push_back(std::move(lines));
    }
    if (said.empty()) continue;
    cues.push_back({cue.time.start.count(), cue.time.end.count(), std::move(said)});
  }
  const auto* const audio = content.audio;
  const bool is_mpeg = audio != nullptr && audio->codec == "mp3" && audio->container.empty();
  return {{"language", content.episode.language},
          {"unheard", is_mpeg ? unheard_seconds(*audio) : 0},
          {"variable", is_mpeg && audio->is_variable_rate},
          {"speakers", speakers.names()},
          {"cues", std::move(cues)}};
}

}  // namespace cmos
