// The command line as a table, from which --help, the man pages and the completions are written.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cmos {

struct CommandOption {
  std::string group;                 // Its heading.
  std::vector<std::string> names;    // "-f", "--format".
  std::string value;                 // Its kind: "FILE", "DIR", "FORMAT"; empty: it takes none.
  std::vector<std::string> choices;  // That the value has; empty: any.
  std::string range;                 // Of a number: "1 - 1024".
  std::string standard;              // The value if nothing else is said.
  std::string help;
};

struct Subcommand {
  std::string group;  // Its heading.
  std::string name;
  std::string help;
  std::string arguments;   // As in "PAGE..."; empty: it takes none.
  CommandOption argument;  // One of them; it has no name.
  std::vector<CommandOption> options;
};

// In the order of --help.
std::vector<Subcommand> subcommands(const CLI::App& app);

// One of them.
Subcommand describe(const CLI::App& subcommand);

// Those of the program itself, or of a subcommand.
std::vector<CommandOption> options(const CLI::App& app);

// "FILE", or the words that it may be: "auto|silence".
std::string shown_value(const CommandOption& option);

// The help as a sentence, with the range and the standard value.
std::string meaning(const CommandOption& option);

// Values that the library has names for, by their kind: formats, rules, forms of transcripts.
// Several may stand behind each other, with commas.
std::vector<std::string> names_of(const std::string& kind);

}  // namespace cmos
