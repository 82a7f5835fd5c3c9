#include "format/html.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "base/web.h"
#include "format/html_text.h"
#include "format/player_parts.h"
#include "format/transcript.h"

namespace cmos {

namespace {

// What plays the episode.
struct Player {
  std::string url;
  Time offset{0};  // Where in it the sound begins.
};

// Nothing if the page names neither a video nor a sound file.
std::optional<Player> player(const Episode& episode) {
  if (episode.youtube_id && is_youtube_id(episode.youtube_id->value)) {
    const auto& offset = episode.youtube_offset;
    return Player{"https://www.youtube.com/watch?v=" + episode.youtube_id->value,
                  offset ? offset->value : Time(0)};
  }
  if (auto address = sound_address(episode)) return Player{std::move(*address)};
  return std::nullopt;
}

std::string time_html(const std::optional<Player>& player, Time start) {
  const auto clock = format_clock(start);
  std::string result;
  if (player) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(start + player->offset).count();
    result =
        fmt::format("<a class=\"cmos-play\" href=\"{}#t={}\" title=\"Play from {}\">\u25B6</a>\n",
                    escape_html(player->url), seconds, clock);
  }
  return result + fmt::format("<time>{}</time>\n", clock);
}

}  // namespace

std::string write_html(const Episode& episode, const Alignment& alignment) {
  const auto plays = player(episode);
  const auto language = line_html(episode.language);
  const SpeakerNames speakers(episode);
  MomentAnchors anchors;
  std::string result = "<!-- transcript -->\n<meta charset=\"utf-8\">\n";
  for (const auto& part : transcript_parts(episode, alignment)) {
    if (part.heading != nullptr) {
      const auto level = std::clamp(part.heading->level, 1, 6);
      result += fmt::format("<h{0} lang=\"{1}\">{2}</h{0}>\n", level, language,
                            line_html(part.heading->text));
      continue;
    }
    if (part.begins_turn && !part.speaker.empty()) {
      result += fmt::format("<cite>{}:</cite>\n", line_html(part.speaker));
    }
    if (part.start) result += time_html(plays, *part.start);
    result += fmt::format("<p{} class=\"cmos-s{}\" lang=\"{}\">{}</p>\n",
                          part.start ? anchors.id(*part.start) : "", speakers.colour(part.speaker),
                          language, words_html(episode, part.first_word, part.end_word));
  }
  return result;
}

}  // namespace cmos
