// What can still be read of YAML that is broken somewhere.
#pragma once

#include <string_view>

#include "cmos/source_position.h"
#include "yaml/yaml.h"

namespace cmos::page {

// A map of the keys that begin a line: each is read by itself, and where YAML cannot, its lines
// "key: value" say what they seem to, and the items of a list are read one by one; one that YAML
// cannot read is a null. `yaml` lies in the page.
YamlNode read_broken_yaml(std::string_view page, SourceSpan yaml);

}  // namespace cmos::page
