#include "episode/chapter_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "yaml/yaml.h"

namespace cmos::page {

namespace {

// Null if the map has no such key.
const YamlNode* find(const YamlNode& map, std::string_view key) {
  const auto found = std::ranges::find(
      map.entries, key, [](const YamlEntry& entry) { return std::string_view(entry.key.text); });
  return found == map.entries.end() ? nullptr : &found->value;
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
    return ExplicitChapter{*clock, std::move(title), text_of(node, "url"), text_of(node, "image"),
                           time->source.begin};
  }

 private:
  void malformed(const YamlNode& node, std::string message) {
    diagnostics_.add(node.source.begin, "chapter-malformed", std::move(message));
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

std::vector<ExplicitChapter> read_chapter_list(std::string_view page, SourceSpan yaml,
                                               const Entry& entry,
                                               DiagnosticCollector& diagnostics) {
  const auto root = parse_yaml(page, yaml);
  const auto* const list = root ? find(*root, "chapters") : nullptr;
  if (list == nullptr || list->kind != YamlNode::Kind::list) {
    diagnostics.add(
        entry.source.begin, "chapter-malformed",
        R"(chapters is no list; write lines of `- {time: "12:34", title: "..."}` under it)");
    return {};
  }
  ChapterReader reader(diagnostics);
  std::vector<ExplicitChapter> chapters;
  for (const auto& node : list->items) {
    if (auto chapter = reader.read(node)) chapters.push_back(std::move(*chapter));
  }
  return chapters;
}

}  // namespace cmos::page
