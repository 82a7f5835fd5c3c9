#include "chapters.h"

#include <fmt/format.h>

#include <string>

#include "cmos/visible_text.h"
#include "exit_code.h"
#include "reporter.h"

namespace cmos {

namespace {

// "  0:00  Title" and, on a line of its own, the link.
std::string list(const Chapters& chapters) {
  std::string text;
  for (const auto& chapter : chapters) {
    text +=
        fmt::format("{:>8}  {}\n", format_clock(chapter.time.start), visible_text(chapter.title));
    if (!chapter.url.empty()) text += fmt::format("{:>8}  {}\n", "", visible_text(chapter.url));
  }
  return text;
}

}  // namespace

int run_chapters(const ChaptersOptions& options, std::ostream& out, std::ostream& err) {
  const auto [chapters, diagnostics] = list_chapters(options.file);
  Reporter(err, false).report(diagnostics);
  if (!chapters) return kPageFailed;
  if (options.json) {
    out << write_chapters_json(*chapters);
  } else if (options.ffmetadata) {
    out << write_ffmetadata(*chapters);
  } else {
    out << list(*chapters);
  }
  return kSuccess;
}

}  // namespace cmos
