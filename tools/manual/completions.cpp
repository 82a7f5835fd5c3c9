#include "completions.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <vector>

#include "command_table.h"

namespace cmos {

namespace {

// Whether the value is a list with commas of names that the library has.
bool is_list(const CommandOption& option) {
  return option.value == "FORMAT" || option.value == "RULE";
}

std::vector<std::string> names(const std::vector<Subcommand>& commands) {
  std::vector<std::string> found;
  found.reserve(commands.size());
  for (const auto& command : commands) found.push_back(command.name);
  return found;
}

std::vector<std::string> names(const std::vector<CommandOption>& options) {
  std::vector<std::string> found;
  for (const auto& option : options) {
    found.insert(found.end(), option.names.begin(), option.names.end());
  }
  return found;
}

// Each of the special characters with a backslash in front.
std::string with_escapes(std::string_view text, std::string_view special) {
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// ---- bash

std::string bash_action(const CommandOption& option) {
  if (option.value == "FILE") return "_filedir";
  if (option.value == "DIR") return "_filedir -d";
  if (option.choices.empty()) return ":";
  return fmt::format("{} \"{}\"", is_list(option) ? "_cmos_captions_list" : "_cmos_captions_words",
                     fmt::join(option.choices, " "));
}

// What completes the value of the option that stands in front.
std::string bash_values(const std::vector<Subcommand>& commands) {
  std::map<std::string, std::vector<std::string>> patterns;
  for (const auto& command : commands) {
    for (const auto& option : command.options) {
      if (option.value.empty()) continue;
      for (const auto& name : option.names) {
        patterns[bash_action(option)].push_back(command.name + ":" + name);
      }
    }
  }
  std::string text;
  for (const auto& [action, of] : patterns) {
    text += fmt::format("        {})\n            {}\n            return ;;\n", fmt::join(of, "|"),
                        action);
  }
  return text;
}

std::string bash_options(const std::vector<Subcommand>& commands) {
  std::string text;
  for (const auto& command : commands) {
    text += fmt::format("            {}) _cmos_captions_words \"{}\" ;;\n", command.name,
                        fmt::join(names(command.options), " "));
  }
  return text;
}

std::string bash_arguments(const std::vector<Subcommand>& commands) {
  std::string text;
  for (const auto& command : commands) {
    if (command.arguments.empty()) continue;
    text += fmt::format("        {}) {} ;;\n", command.name, bash_action(command.argument));
  }
  return text;
}

constexpr std::string_view kBash =
    R"bash(# Completion of cmos-captions for bash.    -*- shell-script -*-

_cmos_captions_words()
{{
    COMPREPLY+=($(compgen -W "$1" -- "$cur"))
}}

# Names with commas between them.
_cmos_captions_list()
{{
    local before=
    [[ $cur == *,* ]] && before=${{cur%,*}},
    COMPREPLY=($(compgen -P "$before" -W "$1" -- "${{cur##*,}}"))
}}

_cmos_captions()
{{
    local cur prev words cword split
    _init_completion -s || return

    local command=make
    if ((cword > 1)); then
        case ${{words[1]}} in
            {subcommands}) command=${{words[1]}} ;;
        esac
    fi
    case $command:$prev in
{values}    esac
    $split && return
    if [[ $cur == -* ]]; then
        case $command in
{options}        esac
        ((cword == 1)) && _cmos_captions_words "{own}"
        return
    fi
    ((cword == 1)) && _cmos_captions_words "{words}"
    case $command in
{arguments}    esac
}}

complete -F _cmos_captions cmos-captions
)bash";

// ---- zsh

std::string zsh_action(const CommandOption& option) {
  if (option.value == "FILE") return "_files";
  if (option.value == "DIR") return "_files -/";
  if (option.choices.empty()) return " ";
  return is_list(option)
             ? fmt::format("_values -s , {} {}", option.value, fmt::join(option.choices, " "))
             : fmt::format("({})", fmt::join(option.choices, " "));
}

std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// One specification for each name, which keeps the others from being offered, too.
std::string zsh_option(const CommandOption& option) {
  const auto help = with_escapes(option.help, "[]:\\");
  const auto value =
      option.value.empty() ? "" : fmt::format(":{}:{}", option.value, zsh_action(option));
  std::string text;
  for (const auto& name : option.names) {
    text += fmt::format(
        " \\\n        {}",
        in_quotes(fmt::format("({}){}[{}]{}", fmt::join(option.names, " "), name, help, value)));
  }
  return text;
}

std::string zsh_arguments(const std::vector<Subcommand>& commands) {
  std::string text;
  for (const auto& command : commands) {
    text += fmt::format("    {})\n      _arguments -s", command.name);
    for (const auto& option : command.options) text += zsh_option(option);
    if (!command.arguments.empty()) {
      text += fmt::format(
          " \\\n        {}",
          in_quotes(fmt::format("*:{}:{}", command.argument.value, zsh_action(command.argument))));
    }
    text += "\n      ;;\n";
  }
  return text;
}

std::string zsh_descriptions(const std::vector<Subcommand>& commands) {
  std::string text;
  for (const auto& command : commands) {
    text +=
        fmt::format("    {}\n", in_quotes(command.name + ":" + with_escapes(command.help, ":\\")));
  }
  return text;
}

constexpr std::string_view kZsh = R"zsh(#compdef cmos-captions
# Completion of cmos-captions for zsh.

_cmos-captions() {{
  local command=make
  local -a subcommands
  subcommands=(
{descriptions}  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t subcommands subcommand subcommands
    _files
    return
  fi
  case $words[2] in
    {subcommands})
      command=$words[2]
      shift words
      (( CURRENT-- ))
      ;;
    -*)
      (( CURRENT == 2 )) && compadd -- {own}
      ;;
  esac
  case $command in
{arguments}  esac
}}

_cmos-captions "$@"
)zsh";

// ---- fish

std::string fish_action(const CommandOption& option) {
  if (option.value.empty()) return "";
  if (option.value == "FILE") return " -r -F";
  if (option.value == "DIR") return " -x -a '(__fish_complete_directories)'";
  if (option.choices.empty()) return " -x";
  const auto words = fmt::format("{}", fmt::join(option.choices, " "));
  return is_list(option) ? fmt::format(" -x -a '(__fish_append , {})'", words)
                         : fmt::format(" -x -a '{}'", words);
}

std::string fish_option(const CommandOption& option) {
  std::string text;
  for (const auto& name : option.names) {
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  return fmt::format("{}{} -d '{}'", text, fish_action(option), with_escapes(option.help, "'\\"));
}

// Where the subcommand is meant; make may be left out.
std::string fish_condition(const std::string& command, const std::vector<Subcommand>& commands) {
  if (command != "make") return "__fish_seen_subcommand_from " + command;
  auto others = names(commands);
  std::erase(others, "make");
  return fmt::format("not __fish_seen_subcommand_from {}", fmt::join(others, " "));
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
  using namespace fmt::literals;
  const auto commands = subcommands(app);
  return fmt::format(
      kBash, "subcommands"_a = fmt::join(names(commands), "|"), "values"_a = bash_values(commands),
      "options"_a = bash_options(commands), "own"_a = fmt::join(names(options(app)), " "),
      "words"_a = fmt::join(names(commands), " "), "arguments"_a = bash_arguments(commands));
}

std::string zsh_completion(const CLI::App& app) {
  using namespace fmt::literals;
  const auto commands = subcommands(app);
  return fmt::format(kZsh, "subcommands"_a = fmt::join(names(commands), "|"),
                     "descriptions"_a = zsh_descriptions(commands),
                     "own"_a = fmt::join(names(options(app)), " "),
                     "arguments"_a = zsh_arguments(commands));
}

std::string fish_completion(const CLI::App& app) {
  const auto commands = subcommands(app);
  std::string text = "# Completion of cmos-captions for fish.\n";
  const auto add = [&](const std::string& condition, const std::string& what) {
    text += fmt::format("complete -c cmos-captions -n '{}'{}\n", condition, what);
  };
  for (const auto& option : options(app)) add("__fish_use_subcommand", fish_option(option));
  for (const auto& command : commands) {
    const auto condition = fish_condition(command.name, commands);
    add("__fish_use_subcommand",
        fmt::format(" -a {} -d '{}'", command.name, with_escapes(command.help, "'\\")));
    if (command.argument.value != "FILE") {
      add(condition, fmt::format(" -f -a '{}'", fmt::join(command.argument.choices, " ")));
    }
    for (const auto& option : command.options) add(condition, fish_option(option));
  }
  return text;
}

}  // namespace cmos
