#include "chapters.h"

#include <fmt/format.h>

#include <string>

#include "base/diagnostic.h"
#include "exit_code.h"
#include "format/chapters_json.h"
#include "format/ffmetadata.h"
#include "id3/chapters.h"

namespace cmos {

namespace {

// "  0:00  Title" and, on a line of its own, the link.
std::string list(const Chapters& chapters) {
  std::string text;
  for (const auto& chapter : chapters) {
    text += fmt::format("{:>8}  {}\n", format_clock(chapter.time.start), chapter.title);
    if (!chapter.url.empty()) text += fmt::format("{:>8}  {}\n", "", chapter.url);
  }
  return text;
}

}  // namespace

int run_chapters(const ChaptersOptions& options, std::ostream& out, std::ostream& err) {
  const auto listed = read_chapters(options.file);
  if (!listed) {
    err << to_string(to_diagnostic(listed.error(), options.file.string())) << '\n';
    return kPageFailed;
  }
  for (const auto& diagnostic : listed->diagnostics) err << to_string(diagnostic) << '\n';
  if (options.json) {
    out << write_chapters_json(listed->value);
  } else if (options.ffmetadata) {
    out << write_ffmetadata(listed->value);
  } else {
    out << list(listed->value);
  }
  return kSuccess;
}

}  // namespace cmos
