// The keys of .cmos-captions.yaml (docs/configuration.md).
#pragma once

#include <span>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

struct ConfigurationKey {
  std::string_view name;    // With the section that it stands in: "captions.style".
  std::string_view value;   // What it takes, in Markdown.
  std::string_view option;  // Which wins over it, in Markdown; empty: there is none.
};

// All but the numbers of a style, which stand in the section "captions" (style_numbers()).
CMOS_API std::span<const ConfigurationKey> configuration_keys();

}  // namespace cmos
