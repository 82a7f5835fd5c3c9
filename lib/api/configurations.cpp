#include "api/configurations.h"

#include <cstdlib>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "config/config.h"
#include "config/find_config.h"
#include "yaml/yaml.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

WithDiagnostics<std::optional<Settings>> read_config(const fs::path& file) {
  if (file.empty()) return {Settings(), {}};
  auto bytes = read_file(file, kMaxYamlSize);
  if (!bytes) return {std::nullopt, {to_diagnostic(bytes.error(), file.string())}};
  auto [config, diagnostics] = parse_config({file.string(), std::move(*bytes)});
  if (!diagnostics.empty()) return {std::nullopt, std::move(diagnostics)};
  if (const auto style = choose_style(config.style); !style) {
    return {std::nullopt, {to_diagnostic(style.error(), file.string())}};
  }
  return {std::move(config), {}};
}

}  // namespace

WithDiagnostics<std::optional<Settings>> Configurations::find(const fs::path& page) {
  const char* home = std::getenv("HOME");
  const auto file = find_config(page, home != nullptr ? home : "").value_or("");
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = known_.try_emplace(file);
  if (is_new) entry->second = read_config(file);
  return entry->second;
}

Settings completed(Settings settings, const Settings& configured) {
  const auto fill = [](auto& asked, const auto& otherwise) {
    if (asked.empty()) asked = otherwise;
  };
  settings.media_roots.insert(settings.media_roots.end(), configured.media_roots.begin(),
                              configured.media_roots.end());
  fill(settings.speech.model, configured.speech.model);
  fill(settings.speech.dictionary, configured.speech.dictionary);
  fill(settings.default_language, configured.default_language);
  fill(settings.formats, configured.formats);
  fill(settings.formats, std::vector{Format::vtt});
  settings.style = merged(configured.style, settings.style);
  if (!settings.speaker_labels) settings.speaker_labels = configured.speaker_labels;
  if (!settings.unspoken) settings.unspoken = configured.unspoken;
  fill(settings.feed_base_url, configured.feed_base_url);
  settings.disabled_rules.insert(configured.disabled_rules.begin(),
                                 configured.disabled_rules.end());
  settings.severities.insert(configured.severities.begin(), configured.severities.end());
  settings.configuration = configured.configuration;
  return settings;
}

}  // namespace cmos
