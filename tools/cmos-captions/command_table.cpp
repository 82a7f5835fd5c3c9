#include "command_table.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <string_view>
#include <utility>

#include "cmos/captions.h"

namespace cmos {

namespace {

// What stands between the two; empty if they are not there.
std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const auto before = text.find(begin);
  if (before == std::string::npos) return {};
  const auto first = before + begin.size();
  return text.substr(first, text.rfind(end) - first);
}

CommandOption describe_option(const CLI::Option& option) {
  CommandOption described;
  described.group = option.get_group();
  for (const auto& name : option.get_snames()) described.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) described.names.push_back("--" + name);
  described.help = option.get_description();
  if (option.get_items_expected_max() == 0) return described;
  // "KIND", with what is checked behind colons: "TEXT:{auto,silence}", "NUMBER:INT in [1 - 9]".
  const auto type = option.get_type_name();
  described.value = type.substr(0, type.find(':'));
  if (const auto choices = between(type, "{", "}"); !choices.empty()) {
    described.choices = CLI::detail::split(choices, ',');
  }
  described.range = between(type, " in [", "]");
  if (described.choices.empty()) described.choices = names_of(described.value);
  described.standard = option.get_default_str();
  return described;
}

// An option group is a subcommand without a name.
void for_each_option(const CLI::App& app, const std::function<void(const CLI::Option&)>& use) {
  for (const auto* option : app.get_options()) use(*option);
  for (const auto* group :
       app.get_subcommands([](const CLI::App* each) { return each->get_name().empty(); })) {
    for_each_option(*group, use);
  }
}

std::vector<std::string> texts(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

}  // namespace

std::vector<CommandOption> options(const CLI::App& app) {
  std::vector<CommandOption> found;
  for_each_option(app, [&](const CLI::Option& option) {
    if (!option.get_positional()) found.push_back(describe_option(option));
  });
  return found;
}

Subcommand describe(const CLI::App& subcommand) {
  Subcommand described{
      subcommand.get_group(), subcommand.get_name(), subcommand.get_description(), "", {},
      options(subcommand)};
  for_each_option(subcommand, [&](const CLI::Option& option) {
    if (!option.get_positional()) return;
    const bool several = option.get_items_expected_max() > 1;
    described.arguments = option.get_name(true) + (several ? "..." : "");
    described.argument = describe_option(option);
  });
  return described;
}

std::vector<Subcommand> subcommands(const CLI::App& app) {
  std::vector<Subcommand> found;
  for (const auto* each :
       app.get_subcommands([](const CLI::App* sub) { return !sub->get_name().empty(); })) {
    found.push_back(describe(*each));
  }
  return found;
}

std::string shown_value(const CommandOption& option) {
  const bool is_choice = !option.choices.empty() && names_of(option.value).empty();
  return is_choice ? fmt::format("{}", fmt::join(option.choices, "|")) : option.value;
}

std::string meaning(const CommandOption& option) {
  auto text = option.help + ".";
  if (const auto dash = option.range.find(" - "); dash != std::string::npos) {
    text +=
        fmt::format(" From {} to {}.", option.range.substr(0, dash), option.range.substr(dash + 3));
  }
  if (!option.standard.empty()) text += fmt::format(" Default: {}.", option.standard);
  return text;
}

std::vector<std::string> names_of(const std::string& kind) {
  if (kind == "FORMAT") return texts(format_names());
  if (kind == "FORM") return texts(transcript_format_names());
  std::vector<std::string> names;
  if (kind != "RULE") return names;
  for (const auto& rule : rules()) {
    if (rule.in_check) names.emplace_back(rule.name);
  }
  return names;
}

}  // namespace cmos
