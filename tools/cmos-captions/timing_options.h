// The options that say where the times of words come from.
#pragma once

#include <CLI/CLI.hpp>

#include "page_work.h"

namespace cmos {

// --mp3 and --media-root. What is given goes into `search`, which outlives the parsing.
void add_mp3_options(CLI::App& command, Mp3Search& search);

// All that subcommands take which time the words of pages; `options` outlives the parsing.
void add_timing_options(CLI::App& command, TimingOptions& options);

}  // namespace cmos
