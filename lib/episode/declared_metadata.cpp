#include "episode/declared_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "base/similar.h"
#include "base/unicode.h"
#include "cmos/language_tag.h"
#include "episode/lines.h"
#include "episode/sound_keys.h"

namespace cmos::page {

namespace {

class MetadataReader {
 public:
  MetadataReader(const Entries& entries, std::optional<std::size_t> front_matter, Episode& episode,
                 DiagnosticCollector& diagnostics)
      : entries_(entries),
        foreign_(has_own_sound(entries) ? SoundKeys{} : find_sound_keys(entries)),
        front_matter_(front_matter),
        episode_(episode),
        diagnostics_(diagnostics) {}

  void read() {
    read_title();
    read_language();
    if (foreign_.file != nullptr) {
      read_foreign_sound();
    } else {
      read_file();
      read_size();
      read_time();
    }
    read_transcript_file();
    read_pronunciations();
    read_youtube_offset();
    look_for_misspelt_keys();
  }

 private:
  static bool has_own_sound(const Entries& entries) {
    return std::ranges::any_of(entries, [](const auto& entry) {
      return entry.first == "mp3" || entry.first.starts_with("mp3.");
    });
  }

  void report_missing(RuleName rule, std::string message) {
    if (front_matter_) diagnostics_.add(*front_matter_, rule, std::move(message));
  }

  // As other generators have it. What cannot be read there may mean something else.
  void read_foreign_sound() {
    auto& [file, size, duration] = episode_.mp3;
    file = {first_text(*foreign_.file), foreign_.file->source};
    if (foreign_.size != nullptr) {
      if (const auto bytes = parse_size(*foreign_.size)) size = {*bytes, foreign_.size->source};
    }
    if (foreign_.duration != nullptr) {
      const auto time = parse_duration(first_text(*foreign_.duration)).value_or(Time(0));
      duration = {std::chrono::floor<std::chrono::seconds>(time), foreign_.duration->source};
    }
  }

  void read_transcript_file() {
    const auto* entry = find_transcript_key(entries_);
    if (entry != nullptr) episode_.transcript_file = {first_text(*entry), entry->source};
  }

  const Entry* find(std::string_view key) const {
    const auto entry = entries_.find(key);
    return entry == entries_.end() ? nullptr : &entry->second;
  }

  void read_title() {
    const auto* entry = find("title");
    if (entry != nullptr && entry->is_scalar) {
      episode_.title = one_line(entry->value);
    } else if (entry != nullptr) {
      diagnostics_.add(entry->source.begin, "title-malformed",
                       "the title is no text; write `title: \"...\"` (the file's name stands in)");
    } else {
      report_missing("title-missing",
                     "the page has no title; write `title: \"...\"` (the file's name stands in)");
    }
  }

  void read_language() {
    const auto* entry = find("language");
    if (entry == nullptr) return;
    const auto tag = entry->is_scalar ? canonical_language_tag(entry->value) : std::nullopt;
    if (tag) {
      episode_.language = *tag;
      episode_.language_said = true;
      if (entry->value.find('_') != std::string::npos) warn_of_underscore(*entry, *tag);
    } else {
      episode_.language_understood = false;
      diagnostics_.add(
          entry->source.begin, "language-malformed",
          fmt::format("the language is no tag such as en or pt-BR; mend it ({} stands in)",
                      episode_.language));
    }
  }

  void warn_of_underscore(const Entry& entry, const std::string& tag) {
    const auto inside = inside_quotes(entry);
    diagnostics_.add(
        entry.source.begin, "language-underscore",
        fmt::format("a language's tag has no underscore (it is read as {0}); write {0}", tag),
        inside ? std::vector{Edit{*inside, tag}} : std::vector<Edit>());
  }

  void read_file() {
    const auto* file = find("mp3.file");
    const auto* mp3 = find("mp3");
    if (file == nullptr && mp3 != nullptr && mp3->is_scalar) {
      diagnostics_.add(
          mp3->source.begin, "mp3-malformed",
          "mp3 is a text (taken as its file); write `file`, `size` and `time` under it");
      file = mp3;
    }
    if (file == nullptr) {
      report_missing("mp3-file-unnamed",
                     "the page does not say which MP3 it describes; write `file: /media/NAME.mp3` "
                     "under `mp3:`");
    } else if (!file->is_scalar) {
      diagnostics_.add(file->source.begin, "mp3-file-malformed",
                       "the MP3's file is no text; write `file: /media/NAME.mp3`");
    } else {
      episode_.mp3.file = {file->value, file->source};
    }
  }

  void read_size() {
    const auto* entry = find("mp3.size");
    if (entry == nullptr) {
      report_missing("mp3-size-missing",
                     "the page does not say the MP3's size; write `size: BYTES` under `mp3:`");
    } else if (const auto size = parse_size(*entry)) {
      episode_.mp3.size = {*size, entry->source};
    } else {
      diagnostics_.add(entry->source.begin, "mp3-size-malformed",
                       "the MP3's size is no number of bytes; write `size: 44576759`");
    }
  }

  void read_time() {
    const auto* entry = find("mp3.time");
    if (entry == nullptr) {
      report_missing("mp3-time-missing",
                     "the page does not say the MP3's length; write `time: MM:SS` under `mp3:`");
      return;
    }
    auto time = entry->is_scalar ? parse_clock(entry->value) : std::nullopt;
    if (!time && entry->is_scalar) {
      time = parse_dotted_clock(entry->value);
      if (time) {
        diagnostics_.add(entry->source.begin, "time-float",
                         fmt::format("time {} has a dot for a colon; write {}", entry->value,
                                     format_clock(*time)),
                         with_colons(*entry));
      }
    }
    if (time) {
      episode_.mp3.duration = {std::chrono::floor<std::chrono::seconds>(*time), entry->source};
    } else {
      diagnostics_.add(entry->source.begin, "mp3-time-malformed",
                       "the MP3's length is no time; write `time: MM:SS`");
    }
  }

  // A key that nobody knows, where one that it resembles is missing.
  void look_for_misspelt_keys() {
    static constexpr std::array<std::string_view, 6> kKnown = {"title",    "language", "mp3",
                                                               "mp3.file", "mp3.size", "mp3.time"};
    for (const auto& [key, entry] : entries_) {
      if (std::ranges::find(kKnown, key) != kKnown.end()) continue;
      const auto meant = std::ranges::find_if(kKnown, [&](std::string_view known) {
        return find(known) == nullptr && nearly_same(key, known);
      });
      if (meant == kKnown.end()) continue;
      diagnostics_.add(entry.source.begin, "key-misspelt",
                       fmt::format("{} is no key that is read; write {}", key, *meant));
    }
  }

  void read_pronunciations() {
    constexpr std::string_view kPrefix = "pronunciations.";
    bool has_words = false;
    for (auto at = entries_.lower_bound(kPrefix);
         at != entries_.end() && at->first.starts_with(kPrefix); ++at) {
      has_words = true;
      const auto word = at->first.substr(kPrefix.size());
      const auto& [phones, source, is_scalar, items] = at->second;
      if (is_scalar && word.find_first_of(" \t") == std::string::npos) {
        episode_.pronunciations[word] = {phones, source};
      } else {
        diagnostics_.add(
            source.begin, "pronunciation-malformed",
            fmt::format("the pronunciation of \"{}\" is no single word with its phones "
                        "(it is left out); write `WORD: S IY M AO S`",
                        one_line(word)));
      }
    }
    if (const auto* entry = find("pronunciations"); entry != nullptr && !has_words) {
      diagnostics_.add(entry->source.begin, "pronunciations-malformed",
                       "pronunciations name no word; write lines such as `WORD: S IY M AO S` under "
                       "it");
    }
  }

  void read_youtube_offset() {
    const auto* entry = find("youtube_offset");
    if (entry == nullptr) return;
    if (const auto offset = parse_seconds(*entry)) {
      episode_.youtube_offset = {*offset, entry->source};
    } else {
      diagnostics_.add(entry->source.begin, "youtube-offset-malformed",
                       "where the sound begins in the video is no number of seconds; write "
                       "`youtube_offset: 12.5`");
    }
  }

  // At most a day: no video on YouTube lasts longer.
  static std::optional<Time> parse_seconds(const Entry& entry) {
    if (!entry.is_scalar) return std::nullopt;
    const auto* end = entry.value.data() + entry.value.size();
    double seconds = 0;
    const auto [stop, error] =
        std::from_chars(entry.value.data(), end, seconds, std::chars_format::fixed);
    const bool is_in_range = seconds >= 0 && seconds <= 86'400;
    if (error != std::errc{} || stop != end || !is_in_range) return std::nullopt;
    return std::chrono::round<Time>(std::chrono::duration<double>(seconds));
  }

  static std::optional<std::uint64_t> parse_size(const Entry& entry) {
    if (!entry.is_scalar) return std::nullopt;
    const auto* end = entry.value.data() + entry.value.size();
    std::uint64_t size = 0;
    const auto [stop, error] = std::from_chars(entry.value.data(), end, size);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return size;
  }

  static std::vector<Edit> with_colons(const Entry& entry) {
    auto text = entry.value;
    std::ranges::replace(text, '.', ':');
    const auto inside = inside_quotes(entry);
    return inside ? std::vector{Edit{*inside, text}} : std::vector<Edit>();
  }

  // Where the value itself stands, if it is written as it is meant.
  static std::optional<SourceSpan> inside_quotes(const Entry& entry) {
    auto [begin, end] = entry.source;
    const auto more = end - begin - entry.value.size();
    if (more != 0 && more != 2) return std::nullopt;
    return SourceSpan{begin + more / 2, end - more / 2};
  }

  // "25.01" for 25:01. (What YAML makes of 25.10 is 25.1; its text is still 25.10.)
  static std::optional<Time> parse_dotted_clock(std::string text) {
    std::ranges::replace(text, '.', ':');
    return parse_clock(text);
  }

  const Entries& entries_;
  SoundKeys foreign_;
  std::optional<std::size_t> front_matter_;
  Episode& episode_;
  DiagnosticCollector& diagnostics_;
};

}  // namespace

void read_declared_metadata(const Entries& entries, std::optional<std::size_t> front_matter,
                            Episode& episode, DiagnosticCollector& diagnostics) {
  MetadataReader(entries, front_matter, episode, diagnostics).read();
}

}  // namespace cmos::page
