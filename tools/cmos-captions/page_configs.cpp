#include "page_configs.h"

#include <cstdlib>
#include <map>
#include <string_view>

#include "base/atomic_file.h"
#include "config/find_config.h"
#include "output_formats.h"
#include "reporter.h"
#include "yaml/yaml.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

std::optional<Config> read_config(const fs::path& file, std::ostream& err) {
  Reporter reporter(err, true);
  const auto bytes = read_file(file, kMaxYamlSize);
  if (!bytes) {
    reporter.report(to_diagnostic(bytes.error(), file.string()));
    return std::nullopt;
  }
  const auto formats = format_names();
  const auto [config, diagnostics] = parse_config({file.string(), *bytes}, formats);
  reporter.report(diagnostics);
  if (!diagnostics.empty()) return std::nullopt;
  if (const auto style = choose_style(config.style, {}); !style) {
    reporter.report(to_diagnostic(style.error(), file.string()));
    return std::nullopt;
  }
  return config;
}

}  // namespace

std::optional<std::vector<Config>> read_page_configs(const std::vector<fs::path>& pages,
                                                     std::ostream& err) {
  const char* home = std::getenv("HOME");
  std::map<fs::path, std::optional<Config>> known;  // By file; "" is none.
  known.emplace("", Config());
  std::vector<Config> configs;
  bool all_good = true;
  for (const auto& page : pages) {
    const auto file = find_config(page, home != nullptr ? home : "").value_or("");
    const auto [entry, is_new] = known.try_emplace(file);
    if (is_new) entry->second = read_config(file, err);
    all_good = all_good && entry->second;
    if (all_good) configs.push_back(*entry->second);
  }
  if (!all_good) return std::nullopt;
  return configs;
}

}  // namespace cmos
