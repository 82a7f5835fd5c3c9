// The command line as a table, from which man pages and completions are written.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cmos {

struct CommandOption {
  std::vector<std::string> names;    // "-f", "--format".
  std::string value;                 // Its kind: "FILE", "DIR", "FORMAT"; empty: it takes none.
  std::vector<std::string> choices;  // That the value has; empty: any.
  std::string range;                 // Of a number: "1 - 1024".
  std::string standard;              // The value if nothing else is said.
  std::string help;
};

struct Subcommand {
  std::string name;
  std::string help;
  std::string arguments;   // As in "PAGE..."; empty: it takes none.
  CommandOption argument;  // One of them; it has no name.
  std::vector<CommandOption> options;
};

// In the order of --help.
std::vector<Subcommand> subcommands(const CLI::App& app);

// Those of the program itself.
std::vector<CommandOption> options(const CLI::App& app);

// Values that the library has names for, by their kind: formats, rules, forms of transcripts.
// Several may stand behind each other, with commas.
std::vector<std::string> names_of(const std::string& kind);

}  // namespace cmos
