#include "cmos/corrections.h"

#include <fmt/format.h>

#include <string_view>

#include "corrections/page_text.h"

namespace cmos {

namespace {

void add_text(std::string& file, std::string_view key, const std::string& value) {
  if (!value.empty()) file += fmt::format("  {}: {}\n", key, as_scalar(value));
}

void add_time(std::string& file, std::string_view key, const std::optional<Time>& time) {
  if (!time) return;
  file += fmt::format("  {}: {}.{:03}\n", key, format_clock(*time), time->count() % 1000);
}

void add_flag(std::string& file, std::string_view key, bool holds) {
  if (holds) file += fmt::format("  {}: true\n", key);
}

}  // namespace

std::filesystem::path corrections_file(const std::filesystem::path& page) {
  auto file = page;
  return file.replace_extension(".corrections.yaml");
}

std::string write_corrections(std::span<const Correction> corrections) {
  std::string file = "corrections:\n";
  for (const auto& correction : corrections) {
    std::string item;
    add_text(item, "words", correction.words);
    add_text(item, "before", correction.before);
    add_text(item, "after", correction.after);
    add_text(item, "chapter", correction.chapter);
    add_time(item, "start", correction.start);
    add_time(item, "end", correction.end);
    add_flag(item, "cue", correction.is_cue);
    add_flag(item, "right", correction.is_right);
    add_text(item, "text", correction.text);
    add_text(item, "speaker", correction.speaker);
    add_text(item, "title", correction.title);
    add_time(item, "time", correction.time);
    if (item.empty()) continue;
    item[0] = '-';
    file += item;
  }
  return file;
}

}  // namespace cmos
