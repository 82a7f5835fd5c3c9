#include "command_line.h"

#include <fmt/format.h>

#include <set>

#include "cmos/visible_text.h"
#include "doctor.h"
#include "exit_code.h"
#include "publish_options.h"

namespace cmos {

CommandLine::CommandLine() {
  app_.set_version_flag("--version", version_text);
  app_.require_subcommand(1);
  app_.get_formatter()->column_width(32);
  app_.failure_message([](const CLI::App* /*app*/, const CLI::Error& error) {
    return fmt::format("cmos-captions: error: {} [usage]\nRun with --help for more information.\n",
                       visible_text(error.what()));
  });
  // In the order of --help.
  commands_["make"] = add_make(app_);
  commands_["check"] = add_check(app_);
  commands_["fix"] = add_fix(app_);
  commands_["import"] = add_import(app_);
  commands_["probe"] = add_probe(app_);
  commands_["stats"] = add_stats(app_);
  commands_["chapters"] = add_chapters(app_);
  commands_["login"] = add_login(app_);
  commands_["logout"] = add_logout(app_);
  commands_["upload"] = add_upload(app_);
  commands_["doctor"] = add_doctor(app_);
}

// The default subcommand may be left out: everything but a subcommand, --help and --version begins
// its arguments.
std::vector<std::string> CommandLine::with_subcommand(int argc, char** argv) const {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  static const std::set<std::string> of_the_program{"-h", "--help", "--version"};
  const bool is_named = !arguments.empty() &&
                        (of_the_program.contains(arguments[0]) || commands_.contains(arguments[0]));
  if (!is_named) arguments.insert(arguments.begin(), "make");
  return {arguments.rbegin(), arguments.rend()};  // As CLI11 wants them.
}

int CommandLine::run(int argc, char** argv) {
  try {
    app_.parse(with_subcommand(argc, argv));
  } catch (const CLI::ParseError& error) {
    return app_.exit(error) == 0 ? kSuccess : kWrongUse;
  }
  return commands_.at(app_.get_subcommands().front()->get_name())();
}

}  // namespace cmos
