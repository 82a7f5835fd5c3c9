#include "episode/chapter_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/web.h"

namespace cmos::page {

namespace {

// Null if the map has no such key.
const YamlNode* find(const YamlNode& map, std::string_view key) {
  const auto found = std::ranges::find(
      map.entries, key, [](const YamlEntry& entry) { return std::string_view(entry.key.text); });
  return found == map.entries.end() ? nullptr : &found->value;
}

// RFC 3986, section 3.1: "data:", "javascript:". Browsers pass over blanks before one.
bool has_scheme(std::string_view address) {
  const auto end = address.find_first_of(":/?#");
  return end != std::string_view::npos && end > 0 && address[end] == ':' &&
         is_ascii_letter(address[0]);
}

std::string text_of(const YamlNode& map, std::string_view key) {
  const auto* const value = find(map, key);
  return value == nullptr ? std::string() : value->text;
}

class ChapterReader {
 public:
  explicit ChapterReader(DiagnosticCollector& diagnostics) : diagnostics_(diagnostics) {}

  // Nothing, with a diagnostic, if it lacks what a chapter needs.
  std::optional<ExplicitChapter> read(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::map) {
      malformed(node, R"(a chapter is no map; write `- {time: "12:34", title: "..."}`)");
      return std::nullopt;
    }
    warn_of_other_keys(node);
    const auto* const time = find(node, "time");
    auto title = text_of(node, "title");
    if (time == nullptr || title.empty()) {
      malformed(node, fmt::format("a chapter without a {} is left out; write one",
                                  time == nullptr ? "time" : "title"));
      return std::nullopt;
    }
    const auto clock = parse_clock(time->text);
    if (!clock) {
      diagnostics_.add(
          time->source.begin, "chapter-time-malformed",
          fmt::format("the chapter's time \"{}\" is none (it is left out); write m:ss, "
                      "h:mm:ss or either with a fraction",
                      time->text));
      return std::nullopt;
    }
    return ExplicitChapter{*clock,
                           std::move(title),
                           address_of(node, "url"),
                           address_of(node, "image"),
                           time->source.begin,
                           time->source,
                           find(node, "title")->source};
  }

 private:
  void malformed(const YamlNode& node, std::string message) {
    diagnostics_.add(node.source.begin, "chapter-malformed", std::move(message));
  }

  // A scheme that runs code or holds data is no place to lead listeners to.
  std::string address_of(const YamlNode& chapter, std::string_view key) {
    auto address = one_line(text_of(chapter, key));
    if (!has_scheme(address) || is_web_address(address) ||
        starts_with_ignoring_case(address, "mailto:")) {
      return address;
    }
    diagnostics_.add(
        find(chapter, key)->source.begin, "chapter-address",
        fmt::format("the chapter's {} is no address of the web (it is left out); write "
                    "one with https",
                    key));
    return {};
  }

  void warn_of_other_keys(const YamlNode& chapter) {
    for (const auto& [key, value] : chapter.entries) {
      const auto& name = key.text;
      if (name == "time" || name == "title" || name == "url" || name == "image") continue;
      diagnostics_.add(key.source.begin, "chapter-key-unknown",
                       fmt::format("a chapter has time, title, url and image, no {}", name));
    }
  }

  DiagnosticCollector& diagnostics_;
};

}  // namespace

void read_chapter_list(const YamlNode& head, Episode& episode, DiagnosticCollector& diagnostics) {
  const auto* const list = find(head, "chapters");
  if (list == nullptr || list->kind == YamlNode::Kind::null) return;
  if (list->kind != YamlNode::Kind::list) {
    diagnostics.add(
        list->source.begin, "chapter-malformed",
        R"(chapters is no list; write lines of `- {time: "12:34", title: "..."}` under it)");
    episode.chapters_understood = false;
    return;
  }
  ChapterReader reader(diagnostics);
  for (const auto& node : list->items) {
    if (auto chapter = reader.read(node)) {
      episode.chapters.push_back(std::move(*chapter));
    } else if (node.kind != YamlNode::Kind::map) {
      episode.chapters_understood = false;
    }
  }
}

}  // namespace cmos::page
