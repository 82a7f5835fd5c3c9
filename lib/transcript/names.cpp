#include "transcript/names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/unicode.h"
#include "episode/lines.h"

namespace cmos::transcript {

namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostBytes = 64;
constexpr std::size_t kMostInitials = 5;

constexpr auto kParticles = std::to_array<std::string_view>(
    {"de", "del", "der", "den", "van", "von", "of", "da",  "di",  "du",   "la",
     "le", "dos", "bin", "al",  "ter", "y",   "e",  "and", "the", "from", "at"});

// The first word of what is no name, or all of it.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"agenda",     "answer to", "audio",       "by",          "category",   "copyright",
     "credits",    "date",      "description", "download",    "duration",   "edit",
     "edited",     "editor's",  "email",       "episode",     "example",    "kind",
     "language",   "link",      "links",       "location",    "media",      "next",
     "note",       "notes",     "paper",       "photo",       "podcast",    "previously",
     "produced",   "published", "recorded",    "reference",   "references", "resources",
     "reviewed",   "side",      "slide",       "slides",      "source",     "sources",
     "subscribe",  "subtitles", "summary",     "tags",        "time",       "title",
     "topic",      "topics",    "transcribed", "transcriber", "transcript", "transcription",
     "translated", "twitter",   "update",      "url",         "video",      "warning",
     "website",    "http",      "https",       "www",         "bolt",       "ps",
     "tldr",       "todo"});

constexpr auto kInterludes = std::to_array<std::string_view>(
    {"ad", "ad break", "advertisement", "break", "commercial", "intro", "intro music",
     "introduction", "jingle", "music", "outro", "outro music", "sponsor", "theme music"});

constexpr auto kUnknownVoices = std::to_array<std::string_view>(
    {"unknown", "unknown speaker", "unidentified", "unidentified speaker", "unknown voice"});

std::string_view take_word(std::string_view& text) {
  const auto word = text.substr(0, text.find_first_of(" \t"));
  text = page::trim(text.substr(word.size()));
  return word;
}

// What a name's word may be made of beside letters and digits.
bool is_name_mark(char32_t c) {
  static constexpr std::u32string_view kMarks = U".'’‘-‐_&/@+,·";
  return kMarks.find(c) != std::u32string_view::npos;
}

struct WordLook {
  bool is_possible = true;
  bool begins_low = false;
  bool begins_with_digit = false;
};

WordLook look_at(std::string_view word) {
  WordLook look;
  bool is_first = true;
  for (std::size_t at = 0; at < word.size(); is_first = false) {
    const auto c = next_code_point(word, at);
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    const bool is_letter = (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
    const bool is_number = (mask & U_GC_ND_MASK) != 0;
    if (!is_letter && !is_number && !is_name_mark(c)) look.is_possible = false;
    if (!is_first) continue;
    look.begins_low = (mask & U_GC_LL_MASK) != 0;
    look.begins_with_digit = is_number;
    if (!is_letter && !is_number && c != U'@' && c != U'&' && c != U'-') look.is_possible = false;
  }
  return look;
}

}  // namespace

NameLikeness name_likeness(std::string_view text) {
  text = page::trim(text);
  if (text.empty() || text.size() > kMostBytes || text.ends_with(',')) return NameLikeness::none;
  auto likeness = NameLikeness::good;
  std::size_t words = 0;
  while (!text.empty()) {
    const auto word = take_word(text);
    const auto look = look_at(word);
    if (!look.is_possible || ++words > kMostWords) return NameLikeness::none;
    const bool is_last = text.empty();
    if (look.begins_with_digit && (words == 1 || !is_last)) return NameLikeness::none;
    const bool is_particle = words > 1 && is_one_of(kParticles, word);
    if (look.begins_low && !is_particle) likeness = NameLikeness::weak;
  }
  return likeness;
}

bool is_no_name(std::string_view text) {
  text = page::trim(text);
  if (is_one_of(kNoNames, text)) return true;
  return is_one_of(kNoNames, take_word(text));
}

bool is_interlude(std::string_view text) {
  return is_one_of(kInterludes, page::trim(text));
}

bool is_unknown_voice(std::string_view text) {
  return is_one_of(kUnknownVoices, page::trim(text));
}

std::string_view initials_of(std::string_view text) {
  text = page::trim(text);
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return {};
  const auto inside = page::trim(text.substr(open + 1, text.size() - open - 2));
  const bool fits = !inside.empty() && inside.size() <= kMostInitials &&
                    std::ranges::all_of(inside, [](char c) { return is_upper(c) || c == '.'; });
  return fits ? inside : std::string_view();
}

std::string bare_name(std::string_view text) {
  text = page::trim(text);
  const auto open = text.rfind('(');
  if (open != std::string_view::npos && open > 0 && text.ends_with(')')) {
    text = page::trim(text.substr(0, open));
  }
  std::string name;
  while (!text.empty()) {
    if (!name.empty()) name += ' ';
    name += take_word(text);
  }
  return name;
}

bool is_one_of(std::span<const std::string_view> words, std::string_view text) {
  return std::ranges::any_of(words, [&](auto word) { return equal_ignoring_case(word, text); });
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (text = page::trim(text); !text.empty(); ++count) take_word(text);
  return count;
}

}  // namespace cmos::transcript
