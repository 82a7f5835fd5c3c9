#include "probe.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/diagnostic.h"
#include "base/time.h"
#include "exit_code.h"

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

Json to_json(const AudioInfo& info, const std::string& file) {
  Json damages = Json::array();
  for (const auto& damage : info.damages) {
    damages.push_back(to_json(damage.time));
    damages.back()["reason"] = damage.reason;
  }
  return {{"file", file},
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
}

// Hours are shown only where there are any.
std::string clock(Time time) {
  return fmt::format("{}.{:03}", format_clock(time), time.count() % 1000);
}

void write_row(std::ostream& out, std::string_view name, std::string_view value) {
  fmt::print(out, "{:<14}{}\n", name, value);
}

void write_intervals(std::ostream& out, std::string_view title,
                     const std::vector<Interval>& intervals) {
  Time total{0};
  for (const auto& interval : intervals) total += interval.length();
  fmt::print(out, "\n{}: {}, {} in all\n", title, intervals.size(), clock(total));
  if (intervals.empty()) return;
  fmt::print(out, "{:>12}{:>14}{:>14}\n", "start", "end", "length");
  for (const auto& interval : intervals) {
    fmt::print(out, "{:>12}{:>14}{:>14}\n", clock(interval.start), clock(interval.end),
               clock(interval.length()));
  }
}

void write_table(std::ostream& out, const AudioInfo& info, const std::string& file) {
  const auto decibels = [](double value) { return fmt::format("{:.1f} dB", value); };
  write_row(out, "file", file);
  write_row(out, "size", fmt::format("{} bytes", info.size));
  write_row(out, "codec", info.codec);
  write_row(out, "duration", clock(info.duration));
  write_row(out, "bit rate", fmt::format("{} bit/s", info.bit_rate));
  write_row(out, "channels", fmt::format("{}", info.channels));
  write_row(out, "sample rate", fmt::format("{} Hz", info.sample_rate));
  write_row(out, "delay", fmt::format("{} samples", info.delay_samples));
  write_row(out, "padding", fmt::format("{} samples", info.padding_samples));
  write_row(out, "noise floor", decibels(info.levels.noise_floor));
  write_row(out, "speech", decibels(info.levels.speech));
  write_row(out, "peak", decibels(info.levels.peak));
  write_row(out, "threshold", decibels(info.levels.threshold));
  write_row(out, "damages", fmt::format("{}", info.damages.size()));
  write_intervals(out, "silences", info.silences);
  write_intervals(out, "segments", sounding_segments(info));
}

int fail(const Error& error, const std::string& file, std::ostream& err) {
  err << to_string(to_diagnostic(error, file)) << '\n';
  return kPageFailed;
}

}  // namespace

int run_probe(const ProbeOptions& options, std::ostream& out, std::ostream& err) {
  const auto file = options.file.string();
  const auto source = open_file_source(options.file);
  if (!source) return fail(source.error(), file, err);
  const auto info = analyze_audio(**source, {}, options.analysis);
  if (!info) return fail(info.error(), file, err);
  for (const auto& diagnostic : damage_diagnostics(*info, file))
    err << to_string(diagnostic) << '\n';
  if (options.json) {
    out << to_json(*info, file).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  } else {
    write_table(out, *info, file);
  }
  out.flush();
  return out ? kSuccess : fail({"cannot write the result", "write-failed"}, file, err);
}

}  // namespace cmos
