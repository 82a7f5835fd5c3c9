// The options that say where the times of words come from.
#pragma once

#include <CLI/CLI.hpp>

#include "page_work.h"

namespace cmos {

// Where the sound is and how it is heard. What is given goes into `options`, which outlive the
// parsing.
void add_sound_options(CLI::App& command, TimingOptions& options);

// These, and --no-audio and --language.
void add_timing_options(CLI::App& command, TimingOptions& options);

}  // namespace cmos
