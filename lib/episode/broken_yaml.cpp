#include "episode/broken_yaml.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "episode/lines.h"

namespace cmos::page {

namespace {

std::vector<Line> lines_in(std::string_view page, SourceSpan span) {
  std::vector<Line> lines;
  for (auto at = span.begin; at < span.end; at = lines.back().next) {
    lines.push_back(line_at(page.substr(0, span.end), at));
  }
  return lines;
}

bool begins_block(std::string_view line) {
  return skip_blanks(line) == 0 && !line.empty() && line[0] != '#' && line[0] != '-' &&
         line.find(':') != std::string_view::npos;
}

YamlNode scalar(std::string_view text, SourceSpan source) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = text;
  node.source = source;
  return node;
}

// What a line "key: value" says, whatever YAML thinks of it; without a value a null.
std::optional<YamlEntry> read_line(const Line& line) {
  const auto begin = skip_blanks(line.text);
  const auto colon = line.text.find(':', begin);
  if (begin == line.text.size() || line.text[begin] == '#' || colon == std::string_view::npos) {
    return std::nullopt;
  }
  const auto key = trim(line.text.substr(begin, colon - begin));
  const auto value_begin = skip_blanks(line.text, colon + 1);
  auto value = line.text.substr(value_begin);
  value = trim_end(value.substr(0, value.find(" #")));
  const auto offset = line.offset + value_begin;
  const SourceSpan source{offset, offset + value.size()};
  const bool quoted =
      value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value.front();
  if (quoted) value = value.substr(1, value.size() - 2);
  YamlNode node;
  node.source = source;
  if (!value.empty()) node = scalar(value, source);
  return YamlEntry{scalar(key, {line.offset + begin, line.offset + colon}), std::move(node)};
}

bool begins_item(const Line& line) {
  return trim(line.text).starts_with('-');
}

// The items that begin as far to the right as the first one.
std::vector<YamlNode> read_items(std::string_view page, const std::vector<Line>& lines) {
  std::vector<YamlNode> items;
  const auto indentation = skip_blanks(lines.front().text);
  for (std::size_t i = 0; i < lines.size();) {
    auto end = i + 1;
    while (end < lines.size() &&
           (!begins_item(lines[end]) || skip_blanks(lines[end].text) != indentation)) {
      ++end;
    }
    const auto parsed = parse_yaml(page, {lines[i].offset, lines[end - 1].next});
    YamlNode unread;
    unread.source.begin = unread.source.end = lines[i].offset + indentation;
    if (parsed && parsed->kind == YamlNode::Kind::list) {
      items.insert(items.end(), parsed->items.begin(), parsed->items.end());
    } else {
      items.push_back(std::move(unread));
    }
    i = end;
  }
  return items;
}

// A key and the lines under it.
std::optional<YamlEntry> read_block(std::string_view page, const std::vector<Line>& lines) {
  auto entry = read_line(lines.front());
  if (!entry) return entry;
  std::vector<Line> inside;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto text = trim(lines[i].text);
    if (!text.empty() && text[0] != '#') inside.push_back(lines[i]);
  }
  auto& value = entry->value;
  if (inside.empty() || value.kind == YamlNode::Kind::scalar) return entry;
  value.source.begin = value.source.end = inside.front().offset + skip_blanks(inside.front().text);
  if (begins_item(inside.front())) {
    value.kind = YamlNode::Kind::list;
    value.items = read_items(page, inside);
    return entry;
  }
  value.kind = YamlNode::Kind::map;
  for (const auto& line : inside) {
    if (auto read = read_line(line)) value.entries.push_back(std::move(*read));
  }
  return entry;
}

}  // namespace

YamlNode read_broken_yaml(std::string_view page, SourceSpan yaml) {
  YamlNode root;
  root.kind = YamlNode::Kind::map;
  const auto lines = lines_in(page, yaml);
  for (std::size_t begin = 0; begin < lines.size();) {
    auto end = begin + 1;
    while (end < lines.size() && !begins_block(lines[end].text)) ++end;
    const auto parsed = parse_yaml(page, {lines[begin].offset, lines[end - 1].next});
    if (parsed && parsed->kind == YamlNode::Kind::map) {
      root.entries.insert(root.entries.end(), parsed->entries.begin(), parsed->entries.end());
    } else if (auto entry = read_block(page, {lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                              lines.begin() + static_cast<std::ptrdiff_t>(end)})) {
      root.entries.push_back(std::move(*entry));
    }
    begin = end;
  }
  return root;
}

}  // namespace cmos::page
