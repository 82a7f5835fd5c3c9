// The command lines of login, logout and upload.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace cmos {

// Each adds the subcommand and returns what carries it out and gives the exit code.
std::function<int()> add_login(CLI::App& app);
std::function<int()> add_logout(CLI::App& app);
std::function<int()> add_upload(CLI::App& app);

}  // namespace cmos
