#include "help.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "cmos/graphemes.h"
#include "command_table.h"

namespace cmos {

namespace {

// Where the second column begins, unless the first one is longer.
constexpr std::size_t kColumn = 24;
// CLI11's heading of what has none of its own. It comes last.
constexpr std::string_view kNoGroup = "Options";

// The text in lines, all but the first one indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns) {
  std::string result;
  std::size_t at = indent;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const auto width = count_graphemes(word);
    if (at > indent && at + 1 + width > columns) {
      result += '\n' + std::string(indent, ' ');
      at = indent;
    } else if (at > indent) {
      result += ' ';
      ++at;
    }
    result += word;
    at += width;
  }
  return result + '\n';
}

std::string entry(const std::string& head, std::string_view text, std::size_t columns) {
  const auto left = "  " + head;
  const auto width = count_graphemes(left);
  const auto gap =
      width + 2 <= kColumn ? std::string(kColumn - width, ' ') : '\n' + std::string(kColumn, ' ');
  return left + gap + wrapped(text, kColumn, columns);
}

// What is listed under each heading, the headings as they first come.
class Sections {
 public:
  void add(const std::string& heading, const std::string& text) {
    const auto found = std::ranges::find(sections_, heading, &Section::first);
    if (found == sections_.end()) {
      sections_.emplace_back(heading, text);
    } else {
      found->second += text;
    }
  }

  std::string text() {
    std::ranges::stable_partition(sections_,
                                  [](const Section& section) { return section.first != kNoGroup; });
    std::string result;
    for (const auto& [heading, text] : sections_) result += fmt::format("\n{}:\n{}", heading, text);
    return result;
  }

 private:
  using Section = std::pair<std::string, std::string>;

  std::vector<Section> sections_;
};

std::string head_of(const CommandOption& option) {
  const auto names = fmt::format("{}", fmt::join(option.names, ", "));
  return option.value.empty() ? names : names + " " + shown_value(option);
}

std::string usage(const CLI::App& app, const std::string& name) {
  if (app.get_parent() == nullptr) {
    return fmt::format("{0} [make] [OPTION]... PAGE...\n       {0} COMMAND [OPTION]... [FILE]...\n",
                       app.get_name());
  }
  const auto arguments = describe(app).arguments;
  return fmt::format("{} [OPTION]...{}\n", name, arguments.empty() ? "" : " " + arguments);
}

}  // namespace

std::string HelpFormatter::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode /*mode*/) const {
  Sections sections;
  for (const auto& command : subcommands(*app)) {
    sections.add(command.group, entry(command.name, command.help, columns_));
  }
  if (const auto described = describe(*app); !described.arguments.empty()) {
    sections.add("Arguments", entry(described.arguments, meaning(described.argument), columns_));
  }
  for (const auto& option : options(*app)) {
    sections.add(option.group, entry(head_of(option), meaning(option), columns_));
  }
  return wrapped(app->get_description() + ".", 0, columns_) + "\nUsage: " + usage(*app, name) +
         sections.text();
}

}  // namespace cmos
