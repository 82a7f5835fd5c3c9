#include "episode/front_matter.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "episode/broken_yaml.h"
#include "episode/lines.h"
#include "yaml/toml.h"

namespace cmos::page {

namespace {

// Keeps the entries of the outermost map, of those right inside it, and of the first map of a list
// there.
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
    for (const auto& item : node.items) {
      const bool is_first = &item == &node.items.front();
      look_into(item, is_first ? path : "", is_first ? level : kLevels);
    }
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

// The line that closes what "---" or "+++" opens.
bool closes(std::string_view line, bool is_toml) {
  return is_toml ? line == "+++" : line == "---" || line == "...";
}

}  // namespace

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

std::optional<FrontMatter> find_front_matter(std::string_view page, std::size_t begin,
                                             DiagnosticCollector& diagnostics) {
  const auto first = page.find_first_not_of(" \t\r\n", begin);
  if (first == std::string_view::npos) return std::nullopt;
  const auto opening = line_at(page, first);
  if (page[first] == '{') {
    const auto end = end_of_json(page, first);
    return end ? std::optional(FrontMatter{{first, *end}, *end}) : std::nullopt;
  }
  const auto mark = trim_end(opening.text);
  const bool is_toml = mark == "+++";
  if (mark != "---" && !is_toml) return std::nullopt;
  std::optional<std::size_t> blank;
  for (auto at = opening.next; at < page.size();) {
    const auto line = line_at(page, at);
    const auto text = trim_end(line.text);
    if (closes(text, is_toml)) return FrontMatter{{opening.next, at}, line.next, is_toml};
    if (text.empty() && !blank) blank = at;
    at = line.next;
  }
  diagnostics.add(
      first, "front-matter-unclosed",
      fmt::format("the front matter is never closed (it is taken up to the first blank line); "
                  "write {} behind it",
                  mark));
  const auto end = blank.value_or(page.size());
  return FrontMatter{{opening.next, end}, end, is_toml};
}

YamlNode read_front_matter(std::string_view page, const FrontMatter& front_matter,
                           DiagnosticCollector& diagnostics) {
  const auto& source = front_matter.source;
  const auto size = source.end - source.begin;
  if (size > kMaxYamlSize) {
    diagnostics.add(source.begin, "front-matter-too-large",
                    fmt::format("the front matter has {} bytes, more than {}, and is not read; "
                                "shorten it",
                                size, kMaxYamlSize));
    return {};
  }
  auto root = front_matter.is_toml ? parse_toml(page, source) : parse_yaml(page, source);
  if (root) return std::move(*root);
  if (front_matter.is_toml) {
    diagnostics.add(root.error().offset, "front-matter-toml",
                    fmt::format("the front matter is not TOML ({}), so it is not read; mend it",
                                root.error().message));
    return {};
  }
  diagnostics.add(root.error().offset, "front-matter-broken",
                  fmt::format("the front matter is not YAML ({}), so it is read line by line; mend "
                              "it (a value with a colon wants quotes)",
                              root.error().message));
  return read_broken_yaml(page, source);
}

Entries collect_entries(const YamlNode& root, DiagnosticCollector& diagnostics) {
  return EntryCollector(diagnostics).collect(root);
}

}  // namespace cmos::page
