#include "check/sound_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "cmos/diagnostic.h"

namespace cmos {

namespace {

// docs/notes/checking.md has the measurements behind these. Full scale is 0.999 and above.
constexpr double kClippedShare = 0.00005;

// dB: a channel below the one beside one above the other is silent.
constexpr double kSilentChannel = -60;
constexpr double kSoundingChannel = -30;

// Inside the quotes, if there are any.
Edit replace_scalar(std::string_view page, SourceSpan source, std::string text) {
  const bool is_quoted = page[source.begin] == '"' || page[source.begin] == '\'';
  if (is_quoted) source = {source.begin + 1, source.end - 1};
  return {source, std::move(text)};
}

// In the form of the old one: seconds, hours or none.
std::string written_like(std::string_view old, Time time) {
  old = old.substr(std::min(old.find_first_of("0123456789"), old.size()));
  const auto colons = std::ranges::count(old, ':');
  const auto total = std::chrono::floor<std::chrono::seconds>(time).count();
  if (colons == 0 && old.find('.') == std::string_view::npos) return std::to_string(total);
  if (colons < 2) return format_clock(time);
  return fmt::format("{:0{}}:{:02}:{:02}", total / 3600, old.find(':'), total / 60 % 60,
                     total % 60);
}

// RIFF may hold MP3 frames one behind the other, and readers of MP3 find them.
bool is_mp3(const AudioInfo& audio) {
  return audio.container.empty() || (audio.container == "WAV" && audio.codec.starts_with("mp"));
}

// What FFmpeg 5.1 writes chapters into: others lose them without a word.
bool keeps_chapters(const AudioInfo& audio) {
  return audio.container == "MP4" || audio.container == "QuickTime" ||
         audio.container == "Matroska" || (audio.container == "Ogg" && audio.codec == "opus");
}

Diagnostic no_mp3(const AudioInfo& audio, const std::filesystem::path& file,
                  const std::string& why) {
  return make_diagnostic(
      "mp3-container", file.string(), std::nullopt,
      fmt::format("it is no MP3 but {} ({}), and {}", audio.container, audio.codec, why));
}

}  // namespace

Diagnostics compare_declared(const DeclaredMp3& declared, const AudioInfo& audio,
                             const Page& page) {
  Diagnostics diagnostics;
  if (declared.size && declared.size->value != audio.size) {
    const auto& [size, source] = *declared.size;
    diagnostics.push_back(
        make_diagnostic("mp3-size", page.name, page.lines.position(source.begin),
                        fmt::format("size is {}, but the MP3 has {} bytes", size, audio.size),
                        {replace_scalar(page.text, source, std::to_string(audio.size))}));
  }
  if (declared.duration &&
      std::chrono::abs(declared.duration->value - audio.duration) > std::chrono::seconds(1)) {
    const auto& [time, source] = *declared.duration;
    const auto right = format_clock(audio.duration);
    const auto old = std::string_view(page.text).substr(source.begin, source.end - source.begin);
    diagnostics.push_back(
        make_diagnostic("mp3-time", page.name, page.lines.position(source.begin),
                        fmt::format("time is {}, but the MP3 lasts {}", format_clock(time), right),
                        {replace_scalar(page.text, source, written_like(old, audio.duration))}));
  }
  return diagnostics;
}

Diagnostics check_container(const AudioInfo& audio, const std::filesystem::path& file,
                            const std::filesystem::path& metadata) {
  if (is_mp3(audio)) return {};
  const auto marked = "marked-" + file.filename().string();
  const auto way = keeps_chapters(audio)
                       ? fmt::format(
                             "make {0} with -f ffmetadata, and then say: ffmpeg -i {1} "
                             "-i {0} -map 0:a -map 0:v? -map_chapters 1 -c copy {2}",
                             metadata.filename().string(), file.string(), marked)
                       : "make an MP3 or an M4A of it";
  return {no_mp3(audio, file, fmt::format("an ID3 tag would spoil it; {}", way))};
}

Diagnostics check_feed(const AudioInfo& audio, const std::filesystem::path& file) {
  if (is_mp3(audio)) return {};
  if (equal_ignoring_case(file.extension().string(), ".mp3")) {
    return {no_mp3(audio, file, "podcast apps are told that it is one; publish it under its name")};
  }
  if (audio.container == "MP4") return {};
  return {make_diagnostic("sound-container", file.string(), std::nullopt,
                          fmt::format("many podcast apps do not play {} ({}); publish an MP3 or an "
                                      "M4A",
                                      audio.container, audio.codec))};
}

Diagnostics check_channels(const AudioInfo& audio, const std::string& file) {
  Diagnostics diagnostics;
  if (audio.full_scale_share >= kClippedShare) {
    diagnostics.push_back(make_diagnostic(
        "mp3-clipped", file, std::nullopt,
        fmt::format("{:.2g} % of the MP3's samples are at full scale, so it is clipped; make it "
                    "anew, more softly",
                    100 * audio.full_scale_share)));
  }
  if (audio.channel_peaks.empty()) return diagnostics;
  const auto [softest, loudest] = std::ranges::minmax_element(audio.channel_peaks);
  if (*softest < kSilentChannel && *loudest > kSoundingChannel) {
    diagnostics.push_back(make_diagnostic(
        "mp3-channel-silent", file, std::nullopt,
        fmt::format("channel {} of {} of the MP3 is silent; make it anew, all channels alike",
                    softest - audio.channel_peaks.begin() + 1, audio.channel_peaks.size())));
  }
  return diagnostics;
}

}  // namespace cmos
