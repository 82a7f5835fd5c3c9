#include "check/missing_values.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "cmos/time.h"

namespace cmos {

namespace {

// The line's end behind "  file: VALUE", if the file stands so.
std::optional<std::size_t> end_of_file_line(std::string_view page, SourceSpan file,
                                            std::string& indentation) {
  const auto begin = page.substr(0, file.begin).find_last_of('\n') + 1;
  const auto before = page.substr(begin, file.begin - begin);
  const auto key = before.find_first_not_of(' ');
  const auto end = page.find('\n', file.end);
  if (key == std::string_view::npos || key == 0 || end == std::string_view::npos) {
    return std::nullopt;
  }
  const auto colon = before.find_last_not_of(' ');
  if (before.substr(key, colon + 1 - key) != "file:") return std::nullopt;
  indentation = before.substr(0, key);
  return end + 1;
}

}  // namespace

void offer_missing_values(const DeclaredMp3& declared, const AudioInfo& audio, const Page& page,
                          Diagnostics& diagnostics) {
  std::string indentation;
  const auto place = declared.file ? end_of_file_line(page.text, declared.file->source, indentation)
                                   : std::nullopt;
  if (!place) return;
  const auto is_missing = [&](RuleName rule) {
    return std::ranges::find(diagnostics, rule, &Diagnostic::rule);
  };
  const auto size_line = indentation + "size: " + std::to_string(audio.size) + "\n";
  const auto time_line = indentation + "time: " + format_clock(audio.duration) + "\n";
  const auto size = is_missing("mp3-size-missing");
  const auto time = is_missing("mp3-time-missing");
  if (size != diagnostics.end()) size->fix = {{{*place, *place}, size_line}};
  if (time != diagnostics.end()) time->fix = {{{*place, *place}, time_line}};
}

}  // namespace cmos
