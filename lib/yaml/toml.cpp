#include "yaml/toml.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace cmos {

namespace {

class TomlReader {
 public:
  TomlReader(std::string_view file, SourceSpan toml)
      : file_(file.substr(0, toml.end)), begin_(toml.begin) {
    for (auto at = begin_; at < file_.size();) {
      line_starts_.push_back(at);
      at = std::min(file_.find('\n', at), file_.size() - 1) + 1;
    }
  }

  tl::expected<YamlNode, YamlError> read() const {
    const auto parsed = toml::parse(file_.substr(begin_));
    if (parsed) return node(parsed.table());
    return tl::unexpected(YamlError{std::string(parsed.error().description()),
                                    offset(parsed.error().source().begin)});
  }

 private:
  // Columns count characters.
  std::size_t offset(const toml::source_position& position) const {
    if (position.line == 0 || position.line > line_starts_.size()) return begin_;
    auto at = line_starts_[position.line - 1];
    for (toml::source_index column = 1; column < position.column && at < file_.size(); ++column) {
      ++at;
      while (at < file_.size() && (static_cast<unsigned char>(file_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  }

  YamlNode node(const toml::node& from) const {
    YamlNode result;
    result.source = {offset(from.source().begin), offset(from.source().end)};
    if (const auto* table = from.as_table()) {
      result.kind = YamlNode::Kind::map;
      for (const auto& [key, value] : *table) result.entries.push_back({name(key), node(value)});
      std::ranges::stable_sort(result.entries, {},
                               [](const YamlEntry& entry) { return entry.key.source.begin; });
    } else if (const auto* array = from.as_array()) {
      result.kind = YamlNode::Kind::list;
      for (const auto& item : *array) result.items.push_back(node(item));
    } else {
      result.kind = YamlNode::Kind::scalar;
      result.text = scalar(from, result.source);
      return result;
    }
    result.source.end = result.source.begin;
    return result;
  }

  YamlNode name(const toml::key& key) const {
    YamlNode result;
    result.kind = YamlNode::Kind::scalar;
    result.text = key.str();
    result.source = {offset(key.source().begin), offset(key.source().end)};
    return result;
  }

  std::string scalar(const toml::node& from, SourceSpan source) const {
    if (const auto* text = from.as_string()) return text->get();
    std::string written(file_.substr(source.begin, source.end - source.begin));
    std::erase(written, '_');
    return written;
  }

  std::string_view file_;
  std::size_t begin_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace

tl::expected<YamlNode, YamlError> parse_toml(std::string_view file, SourceSpan toml) {
  return TomlReader(file, toml).read();
}

}  // namespace cmos
