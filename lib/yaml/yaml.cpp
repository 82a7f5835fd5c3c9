#include "yaml/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

namespace cmos {

namespace {

// Size of a quoted scalar, quotes included. Nothing if the text does not begin with one.
std::optional<std::size_t> quoted_size(std::string_view text) {
  if (!text.starts_with('"') && !text.starts_with('\'')) return std::nullopt;
  const char quote = text[0];
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool escape = quote == '"' ? text[i] == '\\' : text.substr(i, 2) == "''";
    if (escape) {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return std::nullopt;
}

std::size_t size_of_line(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  return line.find_last_not_of(" \t\r") + 1;  // npos + 1 is 0.
}

// Builds the tree as the parser comes across it.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view file, std::size_t begin) : file_(file), begin_(begin) {}

  YamlNode take() && { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    add(node(YamlNode::Kind::null, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    add(node(YamlNode::Kind::alias, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    auto scalar = node(YamlNode::Kind::scalar, mark);
    scalar.text = value;
    scalar.source = scalar_span(scalar.source.begin, value);
    add(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({node(YamlNode::Kind::list, mark), {}});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open_.push_back({node(YamlNode::Kind::map, mark), {}});
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // Of the value that comes next.
  };

  YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) const {
    const auto at = begin_ + static_cast<std::size_t>(std::max(mark.pos, 0));
    const auto offset = std::min(at, file_.size());
    YamlNode result;
    result.kind = kind;
    result.source = {offset, std::min(offset + 1, file_.size())};
    return result;
  }

  // The bytes of a scalar, which yaml-cpp does not tell: it begins at `begin` and means `value`.
  SourceSpan scalar_span(std::size_t begin, const std::string& value) const {
    const auto rest = file_.substr(begin);
    if (rest.starts_with(value)) return {begin, begin + value.size()};
    if (const auto size = quoted_size(rest)) return {begin, begin + *size};
    return {begin, begin + size_of_line(rest)};
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    auto& [parent, key] = open_.back();
    if (parent.kind == YamlNode::Kind::list) {
      parent.items.push_back(std::move(node));
    } else if (!key) {
      key = std::move(node);
    } else {
      parent.entries.push_back({std::move(*key), std::move(node)});
      key.reset();
    }
  }

  void close() {
    auto node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  std::string_view file_;
  std::size_t begin_;
  std::vector<Open> open_;
  YamlNode root_;
};

// Throws for a document behind the first one.
class NoDocument : public TreeBuilder {
 public:
  NoDocument() : TreeBuilder({}, 0) {}
  void OnDocumentStart(const YAML::Mark& mark) override {
    throw YAML::ParserException(mark, "more than one document");
  }
};

}  // namespace

tl::expected<YamlNode, YamlError> parse_yaml(std::string_view file, SourceSpan yaml) {
  const auto size = yaml.end - yaml.begin;
  TreeBuilder builder(file.substr(0, yaml.end), yaml.begin);
  try {
    std::istringstream stream{std::string(file.substr(yaml.begin, size))};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    NoDocument none;
    parser.HandleNextDocument(none);
    return std::move(builder).take();
  } catch (const YAML::Exception& error) {
    const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    return tl::unexpected(YamlError{error.msg, yaml.begin + std::min(offset, size)});
  }
}

}  // namespace cmos
