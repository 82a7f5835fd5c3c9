// `.cmos-captions.yaml`: what holds for all pages below a folder. docs/configuration.md is its
// reference.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "caption/compose.h"
#include "cmos/page.h"
#include "cmos/style_choice.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// What the file does not say is empty.
struct Config {
  std::filesystem::path file;  // Where all this was read; empty if there is no file.
  std::vector<std::string> formats;
  std::optional<std::string> language;             // BCP 47; of pages that do not say theirs.
  std::vector<std::filesystem::path> media_roots;  // Paths are relative to the file's folder, here
                                                   // and below.
  // captions:
  StyleChoice style;
  std::optional<SpeakerLabels> speaker_labels;
  // align:
  std::optional<std::filesystem::path> model;       // A folder.
  std::optional<std::filesystem::path> dictionary;  // A file.
  // feed:
  std::string feed_base_url;  // Begins with http:// or https://.
  // check:
  std::vector<RuleName> disabled_rules;
  std::map<RuleName, Severity> rule_severities;
};

// Reads a configuration in memory. The page's name is the file's path, which relative paths in it
// go by. `formats` are the names that formats have; an empty list allows any. Diagnostics come in
// the file's order; all are errors, and with one the configuration is not to be used. Rules:
// "config-encoding", "config-too-large", "config-broken" (no YAML, or more than one document),
// "config-alias", "config-unknown-key", "config-repeated", "config-value".
WithDiagnostics<Config> parse_config(const Page& page,
                                     std::span<const std::string_view> formats = {});

}  // namespace cmos
