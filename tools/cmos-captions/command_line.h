// The whole command line: the program, its subcommands and their options.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "commands.h"

namespace cmos {

class CommandLine {
 public:
  CommandLine();

  const CLI::App& app() const { return app_; }

  // Carries out what the arguments ask for. Returns the exit code.
  int run(int argc, char** argv);

 private:
  std::vector<std::string> with_subcommand(int argc, char** argv) const;

  CLI::App app_{"Captions for podcast episodes from their pages and MP3s.", "cmos-captions"};
  std::map<std::string, Command> commands_;
};

}  // namespace cmos
