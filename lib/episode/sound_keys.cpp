#include "episode/sound_keys.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <span>
#include <string_view>

#include "base/ascii.h"

namespace cmos::page {

namespace {

using Keys = std::span<const std::string_view>;

// What 28 sites and themes (Hugo, Jekyll, Zola, Eleventy, Octopod, Gatsby) have, and what is spelt
// like it; the most certain first.
constexpr auto kFileKeys = std::to_array<std::string_view>({"mp3.file",
                                                            "mp3.url",
                                                            "mp3.src",
                                                            "mp3",
                                                            "podcast.file",
                                                            "podcast.mp3",
                                                            "podcast.url",
                                                            "podcast.link",
                                                            "podcast.audio",
                                                            "podcast.src",
                                                            "podcastfile",
                                                            "podcasturl",
                                                            "podcastlink",
                                                            "podcastaudio",
                                                            "podcastmp3",
                                                            "podcast",
                                                            "audio.file",
                                                            "audio.mp3",
                                                            "audio.url",
                                                            "audio.src",
                                                            "audio.m4a",
                                                            "audio.opus",
                                                            "audio.ogg",
                                                            "audio.oga",
                                                            "audio.flac",
                                                            "audio.wav",
                                                            "audiofile",
                                                            "audiourl",
                                                            "audiosrc",
                                                            "audiolink",
                                                            "audio",
                                                            "enclosure.url",
                                                            "enclosure.file",
                                                            "enclosure",
                                                            "episode.filename",
                                                            "episode.file",
                                                            "episode.audio",
                                                            "episodefile",
                                                            "episodeurl",
                                                            "mp3file",
                                                            "mp3url",
                                                            "mp3link",
                                                            "media.file",
                                                            "media.url",
                                                            "mediafile",
                                                            "mediaurl",
                                                            "media",
                                                            "soundfile",
                                                            "sound.file",
                                                            "sound",
                                                            "file",
                                                            "filename",
                                                            "src",
                                                            "url",
                                                            "link"});

constexpr auto kSizeKeys = std::to_array<std::string_view>(
    {"mp3.size", "podcastbytes", "podcast.bytes", "podcast.size", "podcast.length", "audio.bytes",
     "audio.size", "audio.length", "audiosize", "audiobytes", "audiolength", "enclosure.length",
     "enclosure.size", "episode.length", "episode.bytes", "bytes", "filesize", "size", "length"});

constexpr auto kDurationKeys = std::to_array<std::string_view>(
    {"mp3.time", "mp3.duration", "podcastduration", "podcast.duration", "podcast.time",
     "audio.duration", "audioduration", "enclosure.duration", "episode.duration", "duration",
     "podcast.length", "audio.length", "length"});

constexpr auto kTranscriptKeys = std::to_array<std::string_view>(
    {"transcript", "transcript.file", "transcript.url", "transcript.src", "transcriptfile",
     "transcripturl", "podcasttranscript", "podcast.transcript", "episode.transcript",
     "transcripts", "transcripts.url", "transcripts.file"});

constexpr auto kSoundEndings = std::to_array<std::string_view>(
    {".mp3", ".m4a", ".m4b", ".mp4", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".aif",
     ".aiff", ".mka", ".webm", ".wma", ".mkv", ".mov", ".m4v"});

constexpr auto kTranscriptEndings = std::to_array<std::string_view>(
    {".srt", ".vtt", ".sbv", ".json", ".txt", ".html", ".htm", ".md", ".markdown", ".ttml", ".xml",
     ".dfxp", ".trs", ".tsv", ".csv", ".stm", ".ctm", ".textgrid"});

constexpr double kLongestSound = 100 * 3600;  // Seconds.

std::string plain_key(std::string_view key) {
  std::string plain;
  for (const char c : key) {
    if (c != '_' && c != '-') plain += to_lower(c);
  }
  for (const std::string_view prefix : {"extra.", "params."}) {
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  }
  return plain;
}

// The path of an address or a file, without query and fragment.
bool ends_like(std::string_view text, Keys endings) {
  text = text.substr(0, text.find_first_of("?#"));
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return text.size() > ending.size() &&
           equal_ignoring_case(text.substr(text.size() - ending.size()), ending);
  });
}

class KeyFinder {
 public:
  explicit KeyFinder(const Entries& entries) {
    for (const auto& [key, entry] : entries) by_plain_key_.try_emplace(plain_key(key), &entry);
  }

  template <typename Predicate>
  const Entry* find(Keys keys, Predicate is_meant) const {
    for (const auto key : keys) {
      const auto found = by_plain_key_.find(key);
      if (found != by_plain_key_.end() && is_meant(first_text(*found->second))) {
        return found->second;
      }
    }
    return nullptr;
  }

 private:
  std::map<std::string, const Entry*, std::less<>> by_plain_key_;
};

}  // namespace

SoundKeys find_sound_keys(const Entries& entries) {
  const KeyFinder keys(entries);
  SoundKeys found;
  found.file =
      keys.find(kFileKeys, [](const std::string& text) { return ends_like(text, kSoundEndings); });
  found.size = keys.find(kSizeKeys, [](const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
  });
  found.duration = keys.find(kDurationKeys, [&](const std::string& text) {
    const bool is_size = found.size != nullptr && &text == &first_text(*found.size);
    return !is_size && parse_duration(text).has_value();
  });
  return found;
}

const Entry* find_transcript_key(const Entries& entries) {
  return KeyFinder(entries).find(
      kTranscriptKeys, [](const std::string& text) { return ends_like(text, kTranscriptEndings); });
}

std::optional<Time> parse_duration(const std::string& text) {
  if (const auto clock = parse_clock(text)) return clock;
  const auto* const end = text.data() + text.size();
  double seconds = 0;
  const auto [stop, error] = std::from_chars(text.data(), end, seconds, std::chars_format::fixed);
  const bool is_time =
      error == std::errc{} && stop == end && seconds > 0 && seconds < kLongestSound;
  if (!is_time) return std::nullopt;
  return std::chrono::round<Time>(std::chrono::duration<double>(seconds));
}

const std::string& first_text(const Entry& entry) {
  return entry.is_scalar || entry.items.empty() ? entry.value : entry.items.front();
}

}  // namespace cmos::page
