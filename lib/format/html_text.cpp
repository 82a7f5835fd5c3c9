#include "format/html_text.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/web.h"
#include "format/plain_text.h"

namespace cmos {

namespace {

bool is_safe_link(std::string_view target) {
  return is_web_address(target) || starts_with_ignoring_case(target, "mailto:");
}

std::string word_html(const Word& word) {
  std::string result;
  for (const char c : line_html(word.text)) {
    if (c == ' ') {
      result += "\u00A0";
    } else {
      result += c;
    }
  }
  return result;
}

std::string_view gap_html(const Word& word) {
  return word.joined ? "<wbr>" : " ";
}

}  // namespace

std::string escape_html(std::string_view text) {
  return escape_markup(text, "&<>\"'");
}

std::string line_html(std::string_view text) {
  return escape_html(one_line(text));
}

std::string ascii_html(std::string_view html) {
  std::string result;
  for (std::size_t at = 0; at < html.size();) {
    const auto character = next_code_point(html, at);
    if (character < 0x80) {
      result += static_cast<char>(character);
    } else {
      result += fmt::format("&#{};", static_cast<std::uint32_t>(character));
    }
  }
  return result;
}

std::optional<std::string> link_html(std::string_view target) {
  if (!is_safe_link(target)) return std::nullopt;
  return escape_html(encode_url(one_line(target)));
}

std::string words_html(const Episode& episode, std::size_t first_word, std::size_t end_word) {
  std::string result;
  for (auto begin = first_word; begin < end_word;) {
    const auto link = episode.words[begin].link;
    auto end = begin + 1;
    auto text = word_html(episode.words[begin]);
    for (; end < end_word && episode.words[end].link == link; ++end) {
      text += gap_html(episode.words[end]);
      text += word_html(episode.words[end]);
    }
    if (begin > first_word) result += gap_html(episode.words[begin]);
    const auto target = link ? link_html(episode.links[*link].target) : std::nullopt;
    result += target ? fmt::format(R"(<a href="{}">{}</a>)", *target, text) : text;
    begin = end;
  }
  return result;
}

std::string short_seconds(Time time) {
  auto text = fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string MomentAnchors::id(Time time) {
  if (!known_.insert(time).second) return {};
  return fmt::format(" id=\"t={}\"", short_seconds(time));
}

std::optional<std::string> sound_address(const Episode& episode) {
  if (!episode.mp3.file || episode.mp3.file->value.empty()) return std::nullopt;
  const auto& file = episode.mp3.file->value;
  return is_web_address(file) ? encode_url(file) : encode_path(file);
}

}  // namespace cmos
