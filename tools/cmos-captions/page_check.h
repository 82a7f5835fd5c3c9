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
  std::optional<EpisodePage> page;  // None if the file cannot be read.
  Diagnostics diagnostics;
};

// What the page's text says of itself; `language` is that of TimingOptions.
CheckedPage check_alone(const std::filesystem::path& path, const Config& config,
                        const std::string& language);

// The same of a text that is not in the page's file yet.
CheckedPage check_text(const std::filesystem::path& path, std::string text, const Config& config,
                       const std::string& language);

// Adds what the page's MP3 says of it, if `options` do not leave it out.
void check_sound(CheckedPage& checked, const TimingOptions& options, const Config& config,
                 SpeechModels& models);

// False if there is no such rule, which is reported.
bool are_rules(const std::vector<std::string>& names, std::ostream& err);

// The names are rules.
Severities severities_of(const Config& config, const std::vector<std::string>& disabled_rules);

}  // namespace cmos
