#include "command_table.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <regex>
#include <string_view>
#include <utility>

#include "cmos/captions.h"

namespace cmos {

namespace {

std::vector<std::string> parts(const std::string& list) {
  return CLI::detail::split(list, ',');
}

CommandOption describe(const CLI::Option& option) {
  CommandOption described;
  for (const auto& name : option.get_snames()) described.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) described.names.push_back("--" + name);
  described.help = option.get_description();
  if (option.get_items_expected_max() == 0) return described;
  // "KIND", with what is checked behind colons: "TEXT:{auto,silence}", "NUMBER:INT in [1 - 9]".
  const auto type = option.get_type_name();
  described.value = type.substr(0, type.find(':'));
  std::smatch match;
  if (std::regex_search(type, match, std::regex(R"(\{(.*)\})")))
    described.choices = parts(match[1]);
  if (std::regex_search(type, match, std::regex(R"( in \[(.*)\])"))) described.range = match[1];
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
    if (!option.get_positional()) found.push_back(describe(option));
  });
  return found;
}

std::vector<Subcommand> subcommands(const CLI::App& app) {
  std::vector<Subcommand> found;
  for (const auto* each :
       app.get_subcommands([](const CLI::App* sub) { return !sub->get_name().empty(); })) {
    Subcommand described{each->get_name(), each->get_description(), "", {}, options(*each)};
    for_each_option(*each, [&](const CLI::Option& option) {
      if (!option.get_positional()) return;
      const bool several = option.get_items_expected_max() > 1;
      described.arguments = option.get_name(true) + (several ? "..." : "");
      described.argument = describe(option);
    });
    found.push_back(std::move(described));
  }
  return found;
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
