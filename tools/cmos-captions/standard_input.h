// The page or the captions that the standard input has.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <span>

#include "cmos/captioner.h"
#include "cmos/error.h"

namespace cmos {

// What stands for the standard input among files. Diagnostics name it so, too; its folder is the
// working one.
inline constexpr const char* kStandardInput = "-";

// Reads the standard input and gives it to the captioner, if it is among the files. Rules: "usage"
// if it is so twice, "read-failed".
Result<void> give_standard_input(Captioner& captioner,
                                 std::span<const std::filesystem::path> files);

// For a command that has no use for a file without a name: says so where one is the standard input.
CLI::Validator no_standard_input();

}  // namespace cmos
