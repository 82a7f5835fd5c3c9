#include "episode/legacy.h"

#include <array>

#include "episode/lines.h"

namespace cmos::page {

namespace {

// `value` is a part of `page`.
void add(Entries& entries, std::string_view key, std::string_view value, std::string_view page) {
  value = trim(value);
  if (value.empty()) return;
  const auto begin = static_cast<std::size_t>(value.data() - page.data());
  entries.try_emplace(std::string(key),
                      Entry{std::string(value), {begin, begin + value.size()}, true});
}

// "/media/x.mp3, 17224989, 19:24"
void add_mp3(Entries& entries, std::string_view value, std::string_view page) {
  static constexpr std::array<std::string_view, 3> kKeys = {"mp3.file", "mp3.size", "mp3.time"};
  for (const auto key : kKeys) {
    const auto comma = value.find(',');
    add(entries, key, value.substr(0, comma), page);
    if (comma == std::string_view::npos) return;
    value.remove_prefix(comma + 1);
  }
}

}  // namespace

bool has_legacy_front_matter(std::string_view page, std::size_t begin) {
  const auto first = page.find_first_not_of(" \t\r\n", begin);
  return first != std::string_view::npos && page[first] == '=';
}

Entries read_legacy_front_matter(std::string_view page, std::size_t begin) {
  Entries entries;
  for (auto offset = begin; offset < page.size();) {
    const auto line = line_at(page, offset);
    offset = line.next;
    const auto text = trim(line.text);
    if (text == "[transcript]") break;
    if (!text.starts_with('=')) continue;
    const auto end = text.find_first_of(" \t");
    if (end == std::string_view::npos) continue;
    const auto key = text.substr(1, end - 1);
    const auto value = text.substr(end);
    if (key == "mp3") {
      add_mp3(entries, value, page);
    } else if (key == "title" || key == "language") {
      add(entries, key, value, page);
    }
  }
  return entries;
}

}  // namespace cmos::page
