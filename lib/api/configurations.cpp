#include "api/configurations.h"

#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "config/find_config.h"
#include "yaml/yaml.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

WithDiagnostics<std::optional<Config>> read_config(const fs::path& file) {
  if (file.empty()) return {Config(), {}};
  auto bytes = read_file(file, kMaxYamlSize);
  if (!bytes) return {std::nullopt, {to_diagnostic(bytes.error(), file.string())}};
  const auto formats = format_names();
  auto [config, diagnostics] = parse_config({file.string(), std::move(*bytes)}, formats);
  if (!diagnostics.empty()) return {std::nullopt, std::move(diagnostics)};
  if (const auto style = choose_style(config.style); !style) {
    return {std::nullopt, {to_diagnostic(style.error(), file.string())}};
  }
  return {std::move(config), {}};
}

}  // namespace

WithDiagnostics<std::optional<Config>> Configurations::find(const fs::path& page) {
  const char* home = std::getenv("HOME");
  const auto file = find_config(page, home != nullptr ? home : "").value_or("");
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = known_.try_emplace(file);
  if (is_new) entry->second = read_config(file);
  return entry->second;
}

Settings completed(Settings settings, const Config& config) {
  const auto append = [](auto& to, const auto& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  append(settings.media_roots, config.media_roots);
  auto& [model, dictionary] = settings.speech;
  if (model.empty()) model = config.model.value_or("");
  if (dictionary.empty()) dictionary = config.dictionary.value_or("");
  if (settings.default_language.empty()) settings.default_language = config.language.value_or("en");
  if (settings.formats.empty()) settings.formats = *find_formats(config.formats);
  if (settings.formats.empty()) settings.formats = {Format::vtt};
  settings.style = merged(config.style, settings.style);
  if (!settings.speaker_labels) settings.speaker_labels = config.speaker_labels;
  if (settings.feed_base_url.empty()) settings.feed_base_url = config.feed_base_url;
  settings.disabled_rules.insert(config.disabled_rules.begin(), config.disabled_rules.end());
  settings.severities.insert(config.rule_severities.begin(), config.rule_severities.end());
  settings.configuration = config.file;
  return settings;
}

}  // namespace cmos
