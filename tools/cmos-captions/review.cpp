#include "review.h"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>

#include "exit_code.h"
#include "interruption.h"
#include "make.h"
#include "reporter.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

MakeOptions review_only(const ReviewOptions& options) {
  MakeOptions make;
  make.pages = {options.page};
  make.formats = {"review"};
  make.settings = options.settings;
  return make;
}

// The review page and what the page becomes else.
MakeOptions all_outputs(const ReviewOptions& options, Captioner& captioner) {
  auto make = review_only(options);
  const auto settings = captioner.settings_for(options.page, options.settings).value;
  if (!settings || settings->formats.empty()) make.formats.emplace_back("vtt");
  if (!settings) return make;
  for (const auto format : settings->formats) make.formats.emplace_back(info(format).name);
  return make;
}

// Corrections that can be read take the place of the old ones, and all is made again.
Saved save(const fs::path& file, const std::string& corrections, const MakeOptions& make,
           std::ostream& out, std::ostream& err) {
  const auto diagnostics = parse_corrections(Page(file.string(), corrections)).diagnostics;
  if (!diagnostics.empty()) return {false, to_string(diagnostics.front()) + "\n"};
  if (const auto written = write_file(file, corrections); !written) {
    return {false, to_string(to_diagnostic(written.error(), file.string())) + "\n"};
  }
  std::ostringstream told;
  const bool is_made = run_make(make, out, told) == kSuccess;
  err << told.str() << std::flush;
  return {is_made, is_made ? "Saved, and made again\n" : "Saved, but not made: " + told.str()};
}

int serve(const ReviewOptions& options, std::ostream& out, std::ostream& err) {
  Captioner captioner;
  const auto make = all_outputs(options, captioner);
  if (const int failed = run_make(make, out, err); failed != kSuccess) return failed;
  const auto page = captioner.open(options.page, options.settings).value;
  const auto sound = page ? find_sound(*page).value_or(fs::path()) : fs::path();
  const auto file = corrections_file(options.page);
  const auto served =
      serve_review({default_output(options.page, Format::review), sound,
                    [&](const std::string& text) { return save(file, text, make, out, err); },
                    [&](const std::string& address) {
                      out << address << std::endl;
                      open_browser(address);
                    },
                    [] { return !is_interrupted(); }});
  if (served) end_interrupted();
  Reporter(err, false).report(to_diagnostic(served.error(), options.page.string()));
  return kPageFailed;
}

}  // namespace

int run_review(const ReviewOptions& options, std::ostream& out, std::ostream& err) {
  if (options.serve) return serve(options, out, err);
  if (const int failed = run_make(review_only(options), out, err); failed != kSuccess)
    return failed;
  const auto file = fs::absolute(default_output(options.page, Format::review));
  out << file.string() << std::endl;
  open_browser(file.string());
  return kSuccess;
}

}  // namespace cmos
