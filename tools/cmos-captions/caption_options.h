// The options that say how captions are to look.
#pragma once

#include <CLI/CLI.hpp>

#include "cmos/captions.h"

namespace cmos {

// --style, and an option for each of style_numbers(). What is chosen goes into `choice`, which
// outlives the parsing.
void add_style_options(CLI::App& command, StyleChoice& choice);

// --speaker-labels and --unspoken; `settings` outlives the parsing.
void add_shown_words(CLI::App& command, Settings& settings);

}  // namespace cmos
