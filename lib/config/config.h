// `.cmos-captions.yaml`: what holds for all pages below a folder. docs/configuration.md is its
// reference.
#pragma once

#include "cmos/page.h"
#include "cmos/settings.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Reads a configuration in memory; what it does not say is left as Settings has it. The page's name
// is the file's path, which relative paths in it go by. Diagnostics come in the file's order; all
// are errors, and with one the configuration is not to be used. Rules: "config-encoding",
// "config-too-large", "config-broken" (no YAML, or more than one document), "config-alias",
// "config-unknown-key", "config-repeated", "config-value".
WithDiagnostics<Settings> parse_config(const Page& page);

}  // namespace cmos
