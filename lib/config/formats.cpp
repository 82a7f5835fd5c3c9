#include "cmos/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "cmos/suggestion.h"

namespace cmos {

namespace {

using enum FormatContent;

constexpr std::array kFormats{
    FormatInfo{Format::vtt, "vtt", ".vtt", words, "text/vtt"},
    FormatInfo{Format::srt, "srt", ".srt", words, "application/x-subrip"},
    FormatInfo{Format::transcript_vtt, "transcript-vtt", ".transcript.vtt", words, "text/vtt"},
    FormatInfo{Format::transcript_json, "transcript-json", ".transcript.json", words,
               "application/json"},
    FormatInfo{Format::text, "text", ".txt", words, "text/plain"},
    FormatInfo{Format::words, "words", ".words.json", words, ""},
    FormatInfo{Format::karaoke, "karaoke", ".karaoke.vtt", words, ""},
    FormatInfo{Format::html, "html", ".transcript.html", words, "text/html"},
    FormatInfo{Format::player, "player", ".player.html", words, ""},
    FormatInfo{Format::player_part, "player-part", ".player.part.html", words, ""},
    FormatInfo{Format::review, "review", ".review.html", words, "", true},
    FormatInfo{Format::svg, "svg", ".svg", chapters, "", true},
    FormatInfo{Format::mp3, "mp3", ".chapters.mp3", chapters, ""},
    FormatInfo{Format::chapters_json, "chapters-json", ".chapters.json", chapters,
               "application/json+chapters"},
    FormatInfo{Format::chapters_vtt, "chapters-vtt", ".chapters.vtt", chapters, ""},
    FormatInfo{Format::chapters_txt, "chapters-txt", ".chapters.txt", chapters, ""},
    FormatInfo{Format::ffmetadata, "ffmetadata", ".ffmetadata", chapters, ""},
    FormatInfo{Format::feed, "feed", ".feed.xml", page, ""},
};
static_assert(std::ranges::all_of(kFormats, [](const FormatInfo& each) {
  return kFormats[static_cast<std::size_t>(each.format)].name == each.name;
}));

constexpr std::string_view kAll = "all";

bool is_in_all(const FormatInfo& format) {
  return format.format != Format::mp3 && format.format != Format::feed;
}

}  // namespace

std::span<const FormatInfo> formats() {
  return kFormats;
}

const FormatInfo& info(Format format) {
  return kFormats.at(static_cast<std::size_t>(format));
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  names.reserve(kFormats.size() + 1);
  for (const auto& format : kFormats) names.push_back(format.name);
  names.push_back(kAll);
  return names;
}

Result<std::vector<Format>> find_formats(std::span<const std::string> names) {
  std::vector<Format> found;
  for (const auto& name : names) {
    bool exists = false;
    for (const auto& each : kFormats) {
      if (name != each.name && (name != kAll || !is_in_all(each))) continue;
      exists = true;
      if (std::ranges::find(found, each.format) == found.end()) found.push_back(each.format);
    }
    if (!exists) {
      return tl::unexpected(Error{
          fmt::format("there is no format \"{}\"{}", name, did_you_mean(name, format_names())),
          "usage"});
    }
  }
  return found;
}

std::optional<Format> format_of(const std::filesystem::path& file) {
  auto name = file.filename().string();
  std::ranges::transform(name, name.begin(), to_lower);
  const FormatInfo* best = nullptr;
  for (const auto& each : kFormats) {
    const bool fits = name.ends_with(each.suffix);
    if (fits && (best == nullptr || each.suffix.size() > best->suffix.size())) best = &each;
  }
  if (best != nullptr) return best->format;
  if (name.ends_with(".mp3")) return Format::mp3;  // It may keep its name in another folder.
  return std::nullopt;
}

std::filesystem::path default_output(const std::filesystem::path& page, Format format,
                                     const std::filesystem::path& folder) {
  auto name = page.stem();
  name += info(format).suffix;
  return (folder.empty() ? page.parent_path() : folder) / name;
}

}  // namespace cmos
