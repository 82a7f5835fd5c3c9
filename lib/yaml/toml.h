// TOML 1.0 as the same tree that YAML becomes.
#pragma once

#include <string_view>
#include <tl/expected.hpp>

#include "cmos/source_position.h"
#include "yaml/yaml.h"

namespace cmos {

// The bytes `toml` of the file, which are valid UTF-8 and at most kMaxYamlSize. Numbers, dates and
// truth values are scalars with the text that they are written with, but for numbers' underscores.
tl::expected<YamlNode, YamlError> parse_toml(std::string_view file, SourceSpan toml);

}  // namespace cmos
