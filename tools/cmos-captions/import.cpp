#include "import.h"

#include <array>
#include <ostream>
#include <utility>

#include "exit_code.h"
#include "progress.h"
#include "reporter.h"
#include "standard_input.h"

namespace cmos {

int run_import(const ImportOptions& options, std::ostream& out, std::ostream& err) {
  Captioner captioner;
  if (const auto given = give_standard_input(captioner, {&options.transcript, 1}); !given) {
    return wrong_use(given.error(), err);
  }
  Reporter reporter(err, false);
  auto opened = captioner.open(options.transcript, options.settings);
  reporter.report(opened.diagnostics);
  if (!opened.value) return kPageFailed;
  constexpr std::array kFormats{Format::words};
  ProgressLine progress(captioner, err, 1);
  const auto timed = captioner.time(std::move(*opened.value), kFormats);
  progress.finish(options.transcript);
  reporter.report(timed.diagnostics);
  if (!timed.value) return kPageFailed;
  out << write_page(*timed.value);
  return kSuccess;
}

}  // namespace cmos
