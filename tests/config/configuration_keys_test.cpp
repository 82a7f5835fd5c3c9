#include "cmos/configuration_keys.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "cmos/style_choice.h"
#include "config/config.h"

namespace {

using Names = std::set<std::string>;

// What the section may hold, by section; "" is the whole file.
std::map<std::string, Names> keys_of_the_table() {
  std::map<std::string, Names> sections;
  for (const auto& key : cmos::configuration_keys()) {
    const std::string name(key.name);
    const auto dot = name.find('.');
    if (dot != std::string::npos) sections[name.substr(0, dot)].insert(name.substr(dot + 1));
    sections[""].insert(name.substr(0, dot));
  }
  for (const auto& number : cmos::style_numbers()) {
    sections["captions"].insert(std::string(number.name));
  }
  return sections;
}

// What the reader says that it knows in a section.
Names keys_of_the_reader(const std::string& section) {
  const auto text = section.empty() ? "no-key: 1\n" : section + ":\n  no-key: 1\n";
  const auto found = parse_config({"/site/.cmos-captions.yaml", text}).diagnostics;
  REQUIRE(found.size() == 1);
  const std::string mark = ", only ";
  const auto& message = found.front().message;
  std::istringstream names(message.substr(message.find(mark) + mark.size()));
  Names known;
  for (std::string name; std::getline(names >> std::ws, name, ',');) known.insert(name);
  return known;
}

}  // namespace

TEST_CASE("the table of keys has those that the configuration's reader knows") {
  for (const auto& [section, keys] : keys_of_the_table()) {
    CAPTURE(section);
    CHECK(keys_of_the_reader(section) == keys);
  }
}

TEST_CASE("docs/configuration.md has the table of keys") {
  std::ifstream file(CMOS_SOURCE_DIR "/docs/configuration.md", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::string rows;
  for (const auto& key : cmos::configuration_keys()) {
    if (key.name == "align.model") {
      rows +=
          "| `captions.`*number* | a number of the style, see below | `--`*number*, with `-` for "
          "`_` |\n";
    }
    rows += fmt::format("| `{}` | {} | {}{}|\n", key.name, key.value, key.option,
                        key.option.empty() ? "" : " ");
  }
  CHECK_THAT(text, Catch::Matchers::Contains("|---|---|---|\n" + rows + "\n"));
}
