// The command lines of the subcommands that call nobody.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace cmos {

// Carries a subcommand out and gives the exit code.
using Command = std::function<int()>;

// Each adds the subcommand and returns what carries it out.
Command add_make(CLI::App& app);
Command add_check(CLI::App& app);
Command add_fix(CLI::App& app);
Command add_import(CLI::App& app);
Command add_retime(CLI::App& app);
Command add_review(CLI::App& app);
Command add_probe(CLI::App& app);
Command add_stats(CLI::App& app);
Command add_chapters(CLI::App& app);
Command add_doctor(CLI::App& app);

}  // namespace cmos
