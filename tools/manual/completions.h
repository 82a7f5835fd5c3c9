// Completions of the command line for shells.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace cmos {

std::string bash_completion(const CLI::App& app);
std::string zsh_completion(const CLI::App& app);
std::string fish_completion(const CLI::App& app);

}  // namespace cmos
