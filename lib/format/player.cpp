#include "format/player.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "format/html_text.h"
#include "format/player_parts.h"
#include "format/web_page.h"

namespace cmos {

namespace {

std::string player_html(const PlayerContent& content) {
  const SpeakerNames speakers(content.episode);
  return fmt::format("<div class=\"cmos-bar\">{}</div>\n{}{}{}", sound_html(content),
                     chapters_html(content), transcript_html(content, speakers),
                     data_element("cmos-data", player_data(content, speakers)));
}

}  // namespace

std::string write_player(const PlayerContent& content) {
  const auto& episode = content.episode;
  const auto title = one_line(episode.title).empty() ? "Episode" : episode.title;
  return web_page(title, kPlayerAssets,
                  fmt::format("<main class=\"cmos-player\">\n<h1 dir=\"auto\" lang=\"{}\">{}</h1>\n"
                              "{}</main>\n",
                              line_html(episode.language), line_html(title), player_html(content)));
}

std::string write_player_part(const PlayerContent& content) {
  return ascii_html(fmt::format("<div class=\"cmos-player\">\n{}</div>\n", player_html(content)));
}

}  // namespace cmos
