#include "cmos/sound.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "id3/chapters.h"
#include "media/audio.h"

namespace cmos {

namespace {

using Json = nlohmann::ordered_json;

double seconds(Time time) {
  return static_cast<double>(time.count()) / 1000;
}

Json to_json(const Interval& interval) {
  return {{"start", seconds(interval.start)}, {"end", seconds(interval.end)}};
}

Json to_json(const std::vector<Interval>& intervals) {
  Json list = Json::array();
  for (const auto& interval : intervals) list.push_back(to_json(interval));
  return list;
}

Result<AudioInfo> measured(const std::filesystem::path& file) {
  const auto source = open_file_source(file);
  if (!source) return tl::unexpected(source.error());
  return measure_audio(**source);
}

// That there are no chapters can be said of an MP3 alone.
Result<void> may_have_none(const Result<AudioInfo>& info) {
  if (!info) return tl::unexpected(info.error());
  if (info->codec == "mp3" && info->container.empty()) return {};
  return tl::unexpected(
      Error{"it is no MP3, and chapters of other files are not read", "mp3-container"});
}

}  // namespace

WithDiagnostics<std::optional<AudioInfo>> probe_sound(const std::filesystem::path& file,
                                                      const AnalysisOptions& options) {
  const auto source = open_file_source(file);
  if (!source) return {std::nullopt, {to_diagnostic(source.error(), file.string())}};
  auto info = analyze_audio(**source, {}, options);
  if (!info) return {std::nullopt, {to_diagnostic(info.error(), file.string())}};
  auto diagnostics = damage_diagnostics(*info, file.string());
  return {std::move(*info), std::move(diagnostics)};
}

std::string write_probe_json(const AudioInfo& info, const std::string& file) {
  Json damages = Json::array();
  for (const auto& damage : info.damages) {
    damages.push_back(to_json(damage.time));
    damages.back()["reason"] = damage.reason;
  }
  const Json document{{"file", file},
                      {"size", info.size},
                      {"codec", info.codec},
                      {"duration", seconds(info.duration)},
                      {"bit_rate", info.bit_rate},
                      {"channels", info.channels},
                      {"sample_rate", info.sample_rate},
                      {"delay_samples", info.delay_samples},
                      {"padding_samples", info.padding_samples},
                      {"levels",
                       {{"noise_floor", info.levels.noise_floor},
                        {"speech", info.levels.speech},
                        {"peak", info.levels.peak},
                        {"threshold", info.levels.threshold}}},
                      {"silences", to_json(info.silences)},
                      {"segments", to_json(sounding_segments(info))},
                      {"damages", damages}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

WithDiagnostics<std::optional<Chapters>> list_chapters(const std::filesystem::path& file) {
  const auto info = measured(file);
  auto listed = read_chapters(file, info ? std::optional(info->duration) : std::nullopt);
  if (!listed) return {std::nullopt, {to_diagnostic(listed.error(), file.string())}};
  if (listed->value.empty()) {
    const auto possible = may_have_none(info);
    if (!possible) return {std::nullopt, {to_diagnostic(possible.error(), file.string())}};
  }
  return {std::move(listed->value), std::move(listed->diagnostics)};
}

}  // namespace cmos
