#include "command_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <set>
#include <system_error>

#include "cmos/suggestion.h"
#include "command_table.h"
#include "doctor.h"
#include "exit_code.h"
#include "help.h"
#include "one_of.h"
#include "publish_options.h"
#include "reporter.h"
#include "terminal.h"

namespace cmos {

namespace {

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto& option : options(command)) {
    std::ranges::copy_if(option.names, std::back_inserter(names),
                         [](const std::string& name) { return name.starts_with("--"); });
  }
  return names;
}

// Wide enough to be read, and no wider than the terminal is.
std::size_t help_columns() {
  constexpr std::size_t kFewest = 40;
  return std::clamp(terminal_columns(STDOUT_FILENO).value_or(kUsualColumns), kFewest,
                    kUsualColumns);
}

}  // namespace

CommandLine::CommandLine() {
  app_.set_version_flag("-v,--version", version_text, "Shows the version, and of what is used");
  app_.require_subcommand(1);
  app_.set_help_flag("-h,--help", "Shows this help");
  app_.formatter(std::make_shared<HelpFormatter>(help_columns()));
  // In the order of --help.
  commands_["make"] = add_make(app_);
  commands_["import"] = add_import(app_);
  commands_["check"] = add_check(app_);
  commands_["fix"] = add_fix(app_);
  commands_["retime"] = add_retime(app_);
  commands_["review"] = add_review(app_);
  commands_["probe"] = add_probe(app_);
  commands_["stats"] = add_stats(app_);
  commands_["chapters"] = add_chapters(app_);
  commands_["login"] = add_login(app_);
  commands_["logout"] = add_logout(app_);
  commands_["upload"] = add_upload(app_);
  commands_["doctor"] = add_doctor(app_);
  commands_["help"] = add_help();
  for (auto* command : app_.get_subcommands({})) add_colour(*command);
}

void CommandLine::add_colour(CLI::App& command) {
  static const std::map<std::string, Colour> choices{
      {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
  command
      .add_option_function<std::string>(
          "--color", [this](const std::string& when) { colour_ = choices.at(when); },
          "Whether diagnostics have colours; auto: on a terminal, unless NO_COLOR is set")
      ->check(one_of_keys(choices))
      ->default_str("auto");
}

Command CommandLine::add_help() {
  auto topic = std::make_shared<std::string>();
  const auto names = command_names();
  app_.add_subcommand("help", "Shows the help of the program or of one command")
      ->group(group::kProgram)
      ->add_option("COMMAND", *topic, "The command")
      ->check(one_of({names.begin(), names.end()}));
  return [this, topic] {
    std::cout << (topic->empty() ? app_.get_formatter()->make_help(&app_, app_.get_name(),
                                                                   CLI::AppFormatMode::Normal)
                                 : app_.get_subcommand(*topic)->help(app_.get_name()));
    return kSuccess;
  };
}

std::vector<std::string_view> CommandLine::command_names() const {
  std::vector<std::string_view> names;
  names.reserve(commands_.size());
  for (const auto& [name, command] : commands_) names.push_back(name);
  return names;
}

// The default subcommand may be left out: everything but a subcommand, --help and --version begins
// its arguments.
std::vector<std::string> CommandLine::with_subcommand(std::vector<std::string> arguments) const {
  static const std::set<std::string> of_the_program{"-h", "--help", "-v", "--version"};
  const bool is_named = !arguments.empty() &&
                        (of_the_program.contains(arguments[0]) || commands_.contains(arguments[0]));
  if (!is_named) arguments.insert(arguments.begin(), "make");
  return {arguments.rbegin(), arguments.rend()};  // As CLI11 wants them.
}

// What no file is called, and what looks like a subcommand: no page.
std::optional<Error> CommandLine::misspelt_command(
    const std::vector<std::string>& arguments) const {
  if (arguments.empty() || commands_.contains(arguments[0])) return std::nullopt;
  const auto& first = arguments[0];
  std::error_code code;
  if (first.find_first_of("-./") != std::string::npos || std::filesystem::exists(first, code)) {
    return std::nullopt;
  }
  const auto suggestion = did_you_mean(first, command_names());
  if (suggestion.empty()) return std::nullopt;
  return Error{fmt::format("there is no command \"{}\" and no such page{}", first, suggestion),
               "usage"};
}

Error CommandLine::unknown_argument() const {
  const auto extras = app_.remaining(true);
  const auto& command = *app_.get_subcommands().front();
  const auto name = extras.front().substr(0, extras.front().find('='));
  if (!name.starts_with('-')) {
    return {fmt::format("{} takes no argument \"{}\"", command.get_name(), name), "usage"};
  }
  const auto names = option_names(command);
  const std::vector<std::string_view> known(names.begin(), names.end());
  return {fmt::format("{0} has no option {1} (see cmos-captions help {0}){2}", command.get_name(),
                      name, did_you_mean(name, known)),
          "usage"};
}

void CommandLine::set_colours() const {
  set_colour(std::cout, wants_colour(colour_, STDOUT_FILENO));
  set_colour(std::cerr, wants_colour(colour_, STDERR_FILENO));
}

int CommandLine::run(int argc, char** argv) {
  set_colours();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (const auto misspelt = misspelt_command(arguments)) return wrong_use(*misspelt, std::cerr);
  try {
    app_.parse(with_subcommand(arguments));
  } catch (const CLI::ExtrasError&) {
    return wrong_use(unknown_argument(), std::cerr);
  } catch (const CLI::Success& help) {
    return app_.exit(help, std::cout, std::cerr);
  } catch (const CLI::ParseError& error) {
    wrong_use({error.what(), "usage"}, std::cerr);
    std::cerr << "Run with --help for more information.\n";
    return kWrongUse;
  }
  set_colours();
  return commands_.at(app_.get_subcommands().front()->get_name())();
}

}  // namespace cmos
