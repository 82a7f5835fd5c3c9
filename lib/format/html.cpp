#include "format/html.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "base/web.h"
#include "format/plain_text.h"
#include "format/transcript.h"

namespace cmos {

namespace {

std::string escape_html(std::string_view text) {
  return escape_markup(text, "&<>\"'");
}

bool is_safe_link(std::string_view target) {
  return is_web_address(target) || starts_with_ignoring_case(target, "mailto:");
}

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
  if (!episode.mp3.file || episode.mp3.file->value.empty()) return std::nullopt;
  const auto& file = episode.mp3.file->value;
  return Player{is_web_address(file) ? encode_url(file) : encode_path(file)};
}

std::string words_html(const Episode& episode, std::size_t first_word, std::size_t end_word) {
  std::string result;
  for (auto begin = first_word; begin < end_word;) {
    const auto link = episode.words[begin].link;
    auto end = begin + 1;
    while (end < end_word && episode.words[end].link == link) ++end;
    const auto text = escape_html(one_line(text_of_words(episode, begin, end)));
    if (begin > first_word && !episode.words[begin].joined) result += ' ';
    if (link && is_safe_link(episode.links[*link].target)) {
      const auto target = escape_html(encode_url(one_line(episode.links[*link].target)));
      result += fmt::format(R"(<a href="{}">{}</a>)", target, text);
    } else {
      result += text;
    }
    begin = end;
  }
  return result;
}

std::string time_html(const std::optional<Player>& player, Time start) {
  const auto clock = format_clock(start);
  std::string result;
  if (player) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(start + player->offset).count();
    result = fmt::format("<a href=\"{}#t={}\" title=\"Play from {}\">\u25B6</a>\n",
                         escape_html(player->url), seconds, clock);
  }
  return result + fmt::format("<time>{}</time>\n", clock);
}

}  // namespace

std::string write_html(const Episode& episode, const Alignment& alignment) {
  const auto plays = player(episode);
  const auto language = escape_html(one_line(episode.language));
  std::string result = "<!-- transcript -->\n";
  for (const auto& part : transcript_parts(episode, alignment)) {
    if (part.heading != nullptr) {
      const auto level = std::clamp(part.heading->level, 1, 6);
      result += fmt::format("<h{0} lang=\"{1}\">{2}</h{0}>\n", level, language,
                            escape_html(one_line(part.heading->text)));
      continue;
    }
    if (part.begins_turn && !part.speaker.empty()) {
      result += fmt::format("<cite>{}:</cite>\n", escape_html(one_line(part.speaker)));
    }
    if (part.start) result += time_html(plays, *part.start);
    result += fmt::format("<p lang=\"{}\">{}</p>\n", language,
                          words_html(episode, part.first_word, part.end_word));
  }
  return result;
}

}  // namespace cmos
