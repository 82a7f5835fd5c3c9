// The whole command line: the program, its subcommands and their options.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "colour.h"
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
  void add_colour(CLI::App& command);
  void set_colours() const;
  std::vector<std::string_view> command_names() const;
  std::vector<std::string> with_subcommand(std::vector<std::string> arguments) const;
  std::optional<Error> misspelt_command(const std::vector<std::string>& arguments) const;
  Error unknown_argument() const;

  CLI::App app_{"Captions and chapters for podcast episodes from their pages and MP3s",
                "cmos-captions"};
  std::map<std::string, Command> commands_;
  Colour colour_ = Colour::automatic;
};

}  // namespace cmos
