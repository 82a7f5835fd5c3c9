#include "format/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/unicode.h"
#include "format/json_text.h"

namespace cmos {

namespace {

constexpr std::string_view kMarkdown = "\\`*_{}[]<>&#~|";
constexpr std::string_view kNoId = " \t\r\n:[]";

// So that Markdown, HTML and templates show it as it is.
std::string in_markdown(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (kMarkdown.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// A first word that no line may begin with unescaped: a list's mark, a name with a colon.
std::string first_in_markdown(std::string text, std::string_view word) {
  if (word.find_first_not_of("-+=") == std::string_view::npos) text.insert(0, "\\");
  if (word.ends_with(':')) text.insert(text.size() - 1, "\\");
  return text;
}

class PageWriter {
 public:
  PageWriter(const Episode& episode, const Alignment& alignment)
      : episode_(episode), alignment_(alignment), ids_(speaker_ids()) {}

  std::string write(const std::optional<PageSound>& sound) const {
    auto page = front_matter(sound) + "\n[transcript]\n";
    for (std::size_t i = 0; i < episode_.speakers.size(); ++i) {
      page += fmt::format("[{} speaker{} {}]\n", ids_[i], i + 1, shown_name(i));
    }
    auto heading = episode_.headings.begin();
    for (std::size_t i = 0; i <= episode_.turns.size(); ++i) {
      for (; heading != episode_.headings.end() && heading->turn <= i; ++heading) {
        page += fmt::format("\n{} {}\n", std::string(static_cast<std::size_t>(heading->level), '#'),
                            in_markdown(one_line(heading->text)));
      }
      if (i < episode_.turns.size()) page += turn(i);
    }
    return page + "[/transcript]\n";
  }

 private:
  std::string front_matter(const std::optional<PageSound>& sound) const {
    auto head = fmt::format("---\ntitle: {}\nlanguage: {}\n", json_string(episode_.title),
                            episode_.language);
    if (sound) {
      head += fmt::format("mp3:\n  file: {}\n  size: {}\n  time: \"{}\"\n",
                          json_string(sound->file), sound->size, format_clock(alignment_.duration));
    }
    if (!episode_.pronunciations.empty()) head += "pronunciations:\n";
    for (const auto& [word, phones] : episode_.pronunciations) {
      head += fmt::format("  {}: {}\n", json_string(word), json_string(phones.value));
    }
    return head + "---\n";
  }

  std::string shown_name(std::size_t speaker) const {
    auto name = one_line(episode_.speakers[speaker].name);
    std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
    return name.empty() ? "Unknown" : name;
  }

  // "oskar" for Oskar Lindqvest; with a number where that is taken.
  std::vector<std::string> speaker_ids() const {
    std::vector<std::string> ids;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < episode_.speakers.size(); ++i) {
      const auto name = shown_name(i);
      auto id = name.substr(0, name.find_first_of(kNoId));
      std::ranges::transform(id, id.begin(), to_lower);
      if (id.empty() || is_digit(id[0])) id.insert(0, "speaker");
      if (!taken.insert(id).second) {
        id += std::to_string(i + 1);
        while (!taken.insert(id).second) id += '_';
      }
      ids.push_back(std::move(id));
    }
    return ids;
  }

  std::string turn(std::size_t index) const {
    const auto& turn = episode_.turns[index];
    auto text =
        fmt::format("\n[{}] {}: ", format_clock(alignment_.turns[index].start), ids_[turn.speaker]);
    for (std::size_t i = 0; i < turn.paragraphs.size(); ++i) {
      const bool is_last = i + 1 == turn.paragraphs.size();
      if (i > 0) text += '\n';
      text += words(turn.paragraphs[i], is_last ? turn.end_word : turn.paragraphs[i + 1], i > 0);
      text += '\n';
    }
    return text;
  }

  std::string words(std::size_t begin, std::size_t end, bool begins_line) const {
    std::string text;
    for (auto i = begin; i < end; ++i) {
      const auto& word = episode_.words[i];
      const auto* const link = word.link ? &episode_.links[*word.link] : nullptr;
      if (i > begin && !word.joined) text += ' ';
      if (link != nullptr && link->first_word == i) text += '[';
      auto shown = word.is_note ? word.text : in_markdown(word.text);
      text += i == begin && begins_line ? first_in_markdown(std::move(shown), word.text) : shown;
      if (link != nullptr && link->end_word == i + 1) {
        text += fmt::format("](<{}>)", link->target);
      }
    }
    return text;
  }

  const Episode& episode_;
  const Alignment& alignment_;
  std::vector<std::string> ids_;  // Of the speakers.
};

}  // namespace

std::string write_page(const Episode& episode, const Alignment& alignment,
                       const std::optional<PageSound>& sound) {
  return PageWriter(episode, alignment).write(sound);
}

}  // namespace cmos
