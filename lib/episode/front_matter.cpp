#include "episode/front_matter.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "episode/broken_yaml.h"
#include "episode/lines.h"

namespace cmos::page {

namespace {

// Keeps the entries of the outermost map and of those right inside it.
class EntryCollector {
 public:
  explicit EntryCollector(DiagnosticCollector& diagnostics) : diagnostics_(diagnostics) {}

  Entries collect(const YamlNode& root) && {
    add_map(root, "", 0);
    return std::move(entries_);
  }

 private:
  // Deeper down only aliases are looked for.
  static constexpr int kLevels = 2;

  void add_map(const YamlNode& map, const std::string& parent, int level) {
    for (const auto& [key, value] : map.entries) {
      warn_of_alias(key);
      const bool wanted =
          level < kLevels && key.kind == YamlNode::Kind::scalar && !key.text.empty();
      const auto path = parent.empty() ? key.text : parent + "." + key.text;
      if (wanted) keep(path, value);
      look_into(value, path, wanted ? level + 1 : kLevels);
      look_into(key, "", kLevels);
    }
  }

  void look_into(const YamlNode& node, const std::string& path, int level) {
    warn_of_alias(node);
    add_map(node, path, level);
    for (const auto& item : node.items) look_into(item, "", kLevels);
  }

  void warn_of_alias(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::alias) return;
    diagnostics_.add(node.source.begin, "front-matter-alias",
                     "an alias in the front matter is not followed; write out what it stands for");
  }

  void keep(const std::string& path, const YamlNode& value) {
    const bool is_scalar = value.kind == YamlNode::Kind::scalar;
    const bool is_tree = value.kind == YamlNode::Kind::list || value.kind == YamlNode::Kind::map;
    if (!is_tree && (!is_scalar || value.text.empty())) return;
    const Entry entry{value.text, value.source, is_scalar, scalars_of(value)};
    if (!entries_.try_emplace(path, entry).second) {
      diagnostics_.add(value.source.begin, "front-matter-repeated",
                       fmt::format("{} is given twice, the first one counts; remove one", path));
    }
  }

  static std::vector<std::string> scalars_of(const YamlNode& list) {
    std::vector<std::string> scalars;
    for (const auto& item : list.items) {
      if (item.kind == YamlNode::Kind::scalar) scalars.push_back(item.text);
      for (const auto& [key, value] : item.entries) {
        if (key.text == "name") scalars.push_back(value.text);
      }
    }
    return scalars;
  }

  DiagnosticCollector& diagnostics_;
  Entries entries_;
};

// From an opening brace to the one that closes it, or nothing.
std::optional<std::size_t> end_of_json(std::string_view page, std::size_t begin) {
  const auto behind = page.find_first_not_of(" \t\r\n", begin + 1);
  if (behind == std::string_view::npos || page[behind] != '"') return std::nullopt;
  bool quoted = false;
  std::size_t depth = 0;
  for (auto at = begin; at < page.size(); ++at) {
    const char c = page[at];
    if (quoted && c == '\\') {
      ++at;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '{' || c == '}')) {
      depth = c == '{' ? depth + 1 : depth - 1;
      if (depth == 0) return at + 1;
    }
  }
  return std::nullopt;
}

FrontMatter refuse_toml(std::string_view page, const Line& opening,
                        DiagnosticCollector& diagnostics) {
  diagnostics.add(
      opening.offset, "front-matter-toml",
      "the front matter is TOML (+++); only YAML between lines of --- is read, or JSON");
  for (auto at = opening.next; at < page.size();) {
    const auto line = line_at(page, at);
    if (trim_end(line.text) == "+++") return {{opening.next, at}, line.next, false};
    at = line.next;
  }
  return {{opening.next, opening.next}, opening.next, false};
}

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view page, std::size_t begin,
                                             DiagnosticCollector& diagnostics) {
  const auto first = page.find_first_not_of(" \t\r\n", begin);
  if (first == std::string_view::npos) return std::nullopt;
  const auto opening = line_at(page, first);
  if (page[first] == '{') {
    const auto end = end_of_json(page, first);
    return end ? std::optional(FrontMatter{{first, *end}, *end}) : std::nullopt;
  }
  if (trim_end(opening.text) == "+++") return refuse_toml(page, opening, diagnostics);
  if (trim_end(opening.text) != "---") return std::nullopt;
  std::optional<std::size_t> blank;
  for (auto at = opening.next; at < page.size();) {
    const auto line = line_at(page, at);
    const auto text = trim_end(line.text);
    if (text == "---" || text == "...") return FrontMatter{{opening.next, at}, line.next};
    if (text.empty() && !blank) blank = at;
    at = line.next;
  }
  diagnostics.add(
      first, "front-matter-unclosed",
      "the front matter is never closed (it is taken up to the first blank line); write "
      "--- behind it");
  const auto end = blank.value_or(page.size());
  return FrontMatter{{opening.next, end}, end};
}

YamlNode read_front_matter(std::string_view page, const FrontMatter& front_matter,
                           DiagnosticCollector& diagnostics) {
  const auto& yaml = front_matter.yaml;
  const auto size = yaml.end - yaml.begin;
  if (size > kMaxYamlSize) {
    diagnostics.add(yaml.begin, "front-matter-too-large",
                    fmt::format("the front matter has {} bytes, more than {}, and is not read; "
                                "shorten it",
                                size, kMaxYamlSize));
    return {};
  }
  auto root = parse_yaml(page, yaml);
  if (root) return std::move(*root);
  diagnostics.add(root.error().offset, "front-matter-broken",
                  fmt::format("the front matter is not YAML ({}), so it is read line by line; mend "
                              "it (a value with a colon wants quotes)",
                              root.error().message));
  return read_broken_yaml(page, yaml);
}

Entries collect_entries(const YamlNode& root, DiagnosticCollector& diagnostics) {
  return EntryCollector(diagnostics).collect(root);
}

}  // namespace cmos::page
