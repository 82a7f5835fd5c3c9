// The options that say where the times of words come from.
#pragma once

#include <CLI/CLI.hpp>

#include "cmos/captions.h"

namespace cmos {

// Where the sound is and how it is heard. What is given goes into `options`, which outlive the
// parsing.
void add_sound_options(CLI::App& command, Settings& settings);

void add_language_option(CLI::App& command, Settings& settings);

// All of these, --transcript-format and --no-audio.
void add_timing_options(CLI::App& command, Settings& settings);

}  // namespace cmos
