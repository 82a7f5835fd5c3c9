#include "retime.h"

#include <ostream>

#include "exit_code.h"
#include "interruption.h"
#include "progress.h"
#include "reporter.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

fs::path output_of(const RetimeOptions& options) {
  if (options.in_place) return options.captions;
  if (!options.output.empty()) return options.output;
  auto file = options.captions;
  return file.replace_filename(file.stem().string() + ".retimed" + file.extension().string());
}

// Before anything is heard.
Result<void> check_output(const RetimeOptions& options, const EpisodePage& captions,
                          const fs::path& file) {
  if (!options.in_place) {
    const NamedFile output{file, options.captions.string()};
    if (auto apart = keep_apart({&output, 1}, inputs_of(captions)); !apart) return apart;
  }
  return check_writable(file);
}

bool write(const RetimedCaptions& retimed, const RetimeOptions& options, std::ostream& out,
           Reporter& reporter) {
  const auto file = output_of(options);
  if (file == "-") {
    out << retimed.text;
    return true;
  }
  const auto held_off = hold_off_interruption();
  const auto written = write_retimed(retimed, file, options.settings.force);
  if (!written) reporter.report(to_diagnostic(written.error(), file.string()));
  return written.has_value();
}

}  // namespace

int run_retime(const RetimeOptions& options, std::ostream& out, std::ostream& err) {
  Captioner captioner;
  Reporter reporter(err, false);
  auto opened = captioner.open(options.captions, options.settings);
  reporter.report(opened.diagnostics);
  if (!opened.value) return kPageFailed;
  if (const auto file = output_of(options); file != "-") {
    const auto possible = check_output(options, *opened.value, file);
    if (!possible) return wrong_use(possible.error(), err);
  }
  catch_interruptions();
  ProgressLine progress(captioner, err, 1);
  const auto retimed = retime_captions(captioner, *opened.value);
  progress.finish(options.captions);
  reporter.report(retimed.diagnostics);
  if (!retimed.value) return kPageFailed;
  return write(*retimed.value, options, out, reporter) ? kSuccess : kPageFailed;
}

}  // namespace cmos
