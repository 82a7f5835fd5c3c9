// What `check` and `fix` do alike: everything that can be found wrong with pages.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "check/severities.h"
#include "config/config.h"
#include "page_work.h"

namespace cmos {

struct CheckedPage {
  std::string name;
  std::optional<Page> page;  // None if the file cannot be read.
  Diagnostics findings;
};

// What the page's text says of itself.
CheckedPage check_alone(const std::filesystem::path& path, const Config& config);

// Adds what the page's MP3 says of it.
void check_sound(CheckedPage& checked, const TimingOptions& options, const Config& config,
                 SpeechModels& models);

// False if there is no such rule, which is reported.
bool are_rules(const std::vector<std::string>& names, std::ostream& err);

Severities severities_of(const Config& config, const std::vector<std::string>& disabled_rules);

}  // namespace cmos
