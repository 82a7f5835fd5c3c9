#include "yaml/yaml.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

using cmos::parse_yaml;
using Kind = cmos::YamlNode::Kind;

namespace {

auto parse(const std::string& text) {
  return parse_yaml(text, {0, text.size()});
}

std::string bytes(const std::string& text, const cmos::YamlNode& node) {
  return text.substr(node.source.begin, node.source.end - node.source.begin);
}

}  // namespace

TEST_CASE("YAML becomes a tree that knows the bytes of every scalar") {
  const std::string text =
      "# a comment\nname: \"J\\u00e1n \\\"x\\\"\"\nlist:\n  - 'it''s'\n  - 19:24 # time\n"
      "map: {k\xC3\xA9y: v, empty: }\n";
  const auto root = parse(text);
  REQUIRE(root);
  REQUIRE(root->entries.size() == 3);
  const auto& name = root->entries[0].value;
  CHECK(name.text == "J\xC3\xA1n \"x\"");
  CHECK(bytes(text, name) == "\"J\\u00e1n \\\"x\\\"\"");
  const auto& list = root->entries[1].value;
  REQUIRE(list.kind == Kind::list);
  CHECK(bytes(text, list.items.at(0)) == "'it''s'");
  CHECK(bytes(text, list.items.at(1)) == "19:24");
  const auto& map = root->entries[2].value;
  REQUIRE(map.kind == Kind::map);
  CHECK(bytes(text, map) == "{");
  CHECK(bytes(text, map.entries.at(0).key) == "k\xC3\xA9y");
  CHECK(bytes(text, map.entries.at(0).value) == "v");
  CHECK(map.entries.at(1).value.kind == Kind::null);
}

TEST_CASE("places are those of the file, of which the YAML is a part") {
  const std::string file = "---\ntitle: T\n---\ntext";
  const auto root = parse_yaml(file, {4, 13});
  REQUIRE(root);
  CHECK(bytes(file, root->entries.at(0).value) == "T");
}

TEST_CASE("an empty document is null, a key may be there twice") {
  CHECK(parse("").value().kind == Kind::null);
  CHECK(parse("# nothing\n").value().kind == Kind::null);
  CHECK(parse("a: 1\na: 2\n").value().entries.size() == 2);
}

TEST_CASE("aliases are not followed, so that a bomb stays small") {
  std::string text = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    text += fmt::format("a{0}: &a{0} [*a{1}, *a{1}]\n", i, i - 1);
  }
  const auto root = parse(text);
  REQUIRE(root);
  CHECK(root->entries.at(29).value.items.at(0).kind == Kind::alias);
}

TEST_CASE(
    "what is no YAML, deeper than sense, or more than one document is an error at its place") {
  const auto no_yaml = parse("a: b: c\n");
  REQUIRE_FALSE(no_yaml);
  CHECK(no_yaml.error().offset == 4);
  CHECK_FALSE(parse(std::string(60'000, '[')));
  CHECK_FALSE(parse("a: 1\n---\nb: 2\n"));
  CHECK(parse("a: 1\n...\n"));
}
