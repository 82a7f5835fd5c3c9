// The whole command line: the program, its subcommands and their options.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "commands.h"

namespace cmos {

class CommandLine {
 public:
  CommandLine();

  const CLI::App& app() const { return app_; }

  // Carries out what the arguments ask for. Returns the exit code.
  int run(int argc, char** argv);

 private:
  Command add_help();
  std::vector<std::string_view> command_names() const;
  std::vector<std::string> with_subcommand(std::vector<std::string> arguments) const;
  std::optional<Error> misspelt_command(const std::vector<std::string>& arguments) const;
  Error unknown_argument() const;

  CLI::App app_{"Captions for podcast episodes from their pages and MP3s.", "cmos-captions"};
  std::map<std::string, Command> commands_;
};

}  // namespace cmos
