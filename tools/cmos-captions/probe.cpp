#include "probe.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <string_view>

#include "cmos/visible_text.h"
#include "exit_code.h"
#include "reporter.h"

namespace cmos {

namespace {

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
  write_row(out, "file", visible_text(file));
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

}  // namespace

int run_probe(const ProbeOptions& options, std::ostream& out, std::ostream& err) {
  const auto file = options.file.string();
  const auto [info, diagnostics] = probe_sound(options.file, options.analysis);
  Reporter(err, false).report(diagnostics);
  if (!info) return kPageFailed;
  if (options.json) {
    out << write_probe_json(*info, file);
  } else {
    write_table(out, *info, file);
  }
  return kSuccess;
}

}  // namespace cmos
