// The rules: everything that can be found wrong with a page, its sound, or with both together, in
// one table. docs/rules.md is made from it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace cmos {

// What a rule looks at; also the order of the table.
enum class RuleTopic : std::uint8_t {
  page,        // The file as a whole.
  head,        // Front matter, or the older form of it.
  transcript,  // Speakers, stamps, turns.
  markup,      // Links, tags, quotations, brackets.
  together,    // Pages that were given together.
  sound,       // The MP3, and what the page claims of it.
  alignment,   // The transcript against the sound.
};

struct Rule {
  RuleTopic topic;
  std::string_view name;            // Lower case with hyphens.
  std::optional<Severity> in_make;  // None: `make` does not look. An error gives no output.
  Severity in_check;                // An error is a page that is wrong.
  std::string_view meaning;         // What is wrong, and what captions are made of then.
  std::string_view advice;  // What to do. Both in Markdown, without a capital and a full stop.
  bool has_one_answer{};    // Whether `fix` can mend it, in some cases at least.
};

inline constexpr auto kRules = [] {
  using enum RuleTopic;
  using enum Severity;
  return std::to_array<Rule>({
      {page, "not-found", error, error, "no such file", "name the right file"},
      {page, "read-failed", error, error, "the file cannot be read", "see the system's reason"},
      {page, "too-large", error, error, "the file has more bytes than a page may have",
       "name the right file"},
      {page, "write-failed", error, error, "the file cannot be written", "see the system's reason"},
      {page, "page-empty", error, error, "nothing but blanks", "write the page"},
      {page, "page-binary", error, error, "a NUL byte: no text, or UTF-16",
       "name the right file; save it as UTF-8"},
      {page, "page-too-large", error, error, "more than 16 MiB; not read", "name the right file"},
      {page, "utf8-invalid", error, error,
       "bytes that are not UTF-8. Each is read as `?`, so that the other findings of the page are "
       "reported too; the place is the first one's",
       "save the page as UTF-8"},
      {page, "comment-unclosed", warning, error,
       "a comment without `-->` (nothing is hidden), or with another `<!--` inside (all up to the "
       "first `-->` is hidden)",
       "write `-->` behind the comment"},
      {head, "front-matter-missing", warning, error, "the page begins with neither form of head",
       "write it"},
      {head, "front-matter-unclosed", warning, error,
       "no second `---`; taken up to the first blank line", "write it"},
      {head, "front-matter-broken", warning, error, "no YAML; read line by line",
       "mend it; a value with a colon wants quotes"},
      {head, "front-matter-alias", warning, error, "an alias; its key counts as missing",
       "write out what it stands for"},
      {head, "front-matter-repeated", warning, error, "a key given twice; the first one counts",
       "remove one"},
      {head, "front-matter-too-large", warning, error, "more than 64 KiB; not read", "shorten it"},
      {head, "title-missing", warning, error, "no title; the file's name stands in",
       "write `title: \"...\"`"},
      {head, "title-malformed", warning, error,
       "a title that is no text; the file's name stands in", "write `title: \"...\"`"},
      {head, "language-malformed", warning, error, "no language tag; `en` stands in",
       "write a tag such as `pt-BR`"},
      {head, "mp3-malformed", warning, error, "`mp3` is a text; taken as the file",
       "write `file`, `size` and `time` under it"},
      {head, "mp3-file-unnamed", warning, error, "the page names no MP3",
       "write `file: /media/NAME.mp3` under `mp3:`"},
      {head, "mp3-file-malformed", warning, error,
       "the MP3's file is no text; the page names no MP3",
       "write `file: /media/NAME.mp3` under `mp3:`"},
      {head, "mp3-size-missing", note, warning, "no size to check the MP3 against",
       "write `size: BYTES` under `mp3:`"},
      {head, "mp3-time-missing", note, warning, "no length to check the MP3 against",
       "write `time: MM:SS` under `mp3:`"},
      {head, "mp3-size-malformed", warning, error, "the size is no number of bytes; left out",
       "write `size: 27466201`"},
      {head, "mp3-time-malformed", warning, error, "the length is no time; left out",
       "write `time: 30:02`"},
      {head, "time-float", warning, error, "`time` with a dot; read as if it were a colon",
       "write a colon", true},
      {head, "pronunciation-malformed", warning, error,
       "a pronunciation that is no single word with its phones; left out",
       "write `WORD: S IY M AO S`"},
      {head, "pronunciations-malformed", warning, error, "`pronunciations` names no word",
       "write lines `WORD: S IY M AO S` under it"},
      {head, "chapter-malformed", warning, error,
       "`chapters` is no list, or one of them no map with a time and a title; left out",
       R"(write `- {time: "12:34", title: "..."}`)"},
      {head, "chapter-time-malformed", warning, error, "the chapter's time is none; left out",
       "write `m:ss`, `h:mm:ss`, or either with a fraction"},
      {head, "chapter-key-unknown", warning, error,
       "a chapter has another key than `time`, `title`, `url`, `image`; not looked at",
       "remove it, or mend its name"},
      {head, "youtube-id-missing", warning, error, "`{% youtube %}` without an ID",
       "write `id=\"...\"`"},
      {head, "youtube-id-malformed", warning, error, "not 11 letters, digits, `-` or `_`; kept",
       "mend it"},
      {head, "youtube-offset-malformed", warning, error,
       "not a number of seconds up to a day; left out", "write `youtube_offset: 12.5`"},
      {head, "key-misspelt", warning, warning,
       "a key of the head is nearly one that counts (`titel`); it is not read", "mend the key"},
      {transcript, "transcript-missing", error, error, "no line `[transcript]`",
       "write it before the declarations, `[/transcript]` behind the last turn"},
      {transcript, "transcript-empty", error, error, "a transcript without a turn",
       "write `[m:ss] ID: text`"},
      {transcript, "transcript-unclosed", warning, error,
       "no line `[/transcript]`; all up to the page's end is taken",
       "write it behind the last turn"},
      {transcript, "transcript-repeated", warning, error,
       "a second `[transcript]`; its turns follow those before", "remove the line"},
      {transcript, "declaration-malformed", warning, error,
       "a declaration without a role or a closing bracket; it counts", "write `[ID ROLE NAME]`"},
      {transcript, "speaker-redeclared", warning, error,
       "an ID declared twice; the first one counts", "remove one"},
      {transcript, "speaker-undeclared", warning, error,
       "once for each ID; the ID is the name shown", "declare it, or mend the ID"},
      {transcript, "speaker-unused", warning, warning, "a declared speaker without a turn",
       "remove the declaration, or mend its ID"},
      {transcript, "speaker-missing", warning, error,
       "a stamp without an ID; the speaker before goes on", "write `[m:ss] ID: text`"},
      {transcript, "colon-missing", warning, error,
       "a stamp and a declared ID without a colon; read as if it were there", "write the colon"},
      {transcript, "stamp-malformed", warning, error,
       "no time; the turn takes the stamp before it (or, if only a bracket is missing, its own)",
       "mend it"},
      {transcript, "stamp-backwards", warning, error, "earlier than the stamp before; kept",
       "mend one of them"},
      {transcript, "stamp-missing", warning, warning,
       "a line begins with a declared ID and a colon; read as speech",
       "write the stamp if a turn begins there"},
      {transcript, "stamp-beyond-claimed-time", warning, error,
       "later than the `time` that the page claims; kept. Once, with the number of further ones",
       "mend `time` or the stamps"},
      {transcript, "turn-empty", warning, error, "a turn without text; left out",
       "write what is said, or remove it"},
      {transcript, "text-before-first-turn", warning, error, "left out; once",
       "write `[m:ss] ID:` in front of it"},
      {transcript,
       "speaker-id-near",
       {},
       warning,
       "a speaker's ID is nearly that of another one",
       "write one and the same ID if both are one person"},
      {transcript,
       "stamp-in-speech",
       {},
       error,
       "a stamp inside a line begins no turn; shown as a note in brackets",
       "begin a line with it"},
      {markup, "quote-unbalanced", warning, error,
       "`<q>` without `</q>` or the other way round; shown as it stands, or taken as the other "
       "where only that can be meant",
       "write the missing tag, or the right one", true},
      {markup, "tag-unknown", warning, error,
       "a closing tag that is no HTML and closes nothing, anywhere on the page outside code, "
       "comments included; in speech shown as it stands",
       "remove it, or mend its name"},
      {markup, "link-unclosed", warning, error,
       "`<a>` without `</a>` in its paragraph; it ends with the paragraph or the next `<a>`",
       "write `</a>`"},
      {markup, "link-unopened", warning, error, "`</a>` without `<a>`; vanishes", "remove it"},
      {markup, "link-doubled-scheme", warning, error,
       "`http://www.http://...`, anywhere on the page; kept", "remove the first scheme", true},
      {markup,
       "link-broken",
       {},
       error,
       "an address without a scheme or a host, or with a misspelt scheme; anywhere on the page",
       "mend it"},
      {markup,
       "bracket-like-link",
       {},
       warning,
       "words in brackets that are no usual note (`[meetup]`), or a link that is not complete; "
       "shown as they stand",
       "write `[text](address)`, or remove the brackets"},
      {markup,
       "bracket-like-declaration",
       {},
       warning,
       "a line `[ID ROLE NAME]` behind the first turn whose role is no host or guest; shown as a "
       "note",
       "move it up to the other declarations"},
      {markup,
       "note-in-speech",
       {},
       note,
       "a note in brackets: shown, not spoken",
       "nothing, unless the words are spoken"},
      {together,
       "mp3-claimed-twice",
       {},
       error,
       "two pages name the same MP3",
       "mend the wrong one"},
      {together,
       "size-and-time-claimed-twice",
       {},
       error,
       "two pages claim the same size and the same length",
       "mend the one that was copied"},
      {together,
       "youtube-id-claimed-twice",
       {},
       error,
       "two pages show the same video",
       "mend the one that was copied"},
      {together,
       "speaker-spelt-differently",
       {},
       warning,
       "one speaker's ID has different names on two pages, or nearly the same name different IDs",
       "write one name"},
      {sound, "mp3-missing", error, error, "the MP3 is nowhere",
       "give `--mp3` or `--media-root`, or mend `file`"},
      {sound, "mp3-empty", error, error, "an MP3 of 0 bytes", "publish the right file"},
      {sound, "mp3-undecodable", error, error, "no sound that can be decoded",
       "publish the right file"},
      {sound, "ffmpeg-missing", error, error, "FFmpeg's libraries cannot be loaded",
       "install `libavformat59` and `libswresample4`"},
      {sound, "mp3-unreadable", error, error, "the MP3 cannot be read", "see the system's reason"},
      {sound, "mp3-damaged", warning, error, "a stretch that cannot be decoded; silent there",
       "make the MP3 anew from the recording"},
      {sound,
       "mp3-clipped",
       {},
       warning,
       "many samples at full scale: the sound is clipped",
       "make the MP3 anew, more softly"},
      {sound,
       "mp3-channel-silent",
       {},
       warning,
       "one channel of several is silent: half of the listeners' loudspeakers are",
       "make the MP3 anew with one channel, or both alike"},
      {sound, "mp3-size", warning, error, "`size` is not the MP3's", "write the right one", true},
      {sound, "mp3-time", warning, error,
       "`time` is not the MP3's length; up to 1 s of difference is right", "write the right one",
       true},
      {alignment,
       "stamps-absent",
       {},
       note,
       "a transcript without any stamp; the sound alone gives the times",
       "write `[m:ss]` in front of each turn",
       true},
      {alignment, "no-audio", warning, note,
       "no sound was asked for; the times come from the stamps alone", "leave `--no-audio` out"},
      {alignment, "align-silence", warning, note,
       "no acoustic model was asked for; stamps and silences give the times, and stamps are not "
       "judged",
       "leave `--align=silence` out"},
      {alignment, "model-missing", warning, warning,
       "no acoustic model for the page's language; stamps and silences give the times, and stamps "
       "are not judged",
       "install `pocketsphinx-en-us` for English, or give `--model`"},
      {alignment, "model-unsupported", error, error, "an acoustic model of another kind",
       "give a model as Sphinx 4's or PocketSphinx's semi-continuous ones"},
      {alignment, "model-damaged", error, error, "an acoustic model that cannot be read",
       "install it anew"},
      {alignment, "dictionary-invalid", error, error, "no pronunciation dictionary",
       "give a file of lines `WORD PHONES`"},
      {alignment, "pronunciation-unknown-phone", warning, error,
       "a pronunciation of the page has a phone that the model cannot say; left out",
       "write it with the phones of docs/pronunciations.md"},
      {alignment, "stamp-beyond-end", warning, error,
       "a stamp at or after the end of the sound; taken as missing", "mend it", true},
      {alignment, "stamps-shifted", warning, error, "all stamps are early or late by the same time",
       "move them all", true},
      {alignment,
       "stamp-off",
       {},
       error,
       "a stamp more than 1 s from where its turn is heard to begin",
       "write the right one",
       true},
      {alignment, "words-not-found", warning, error, "text whose sound is not there",
       "remove it, or name the right MP3"},
      {alignment, "sound-without-text", warning, warning, "sound that the text does not have",
       "write what is said, if it is speech"},
      {alignment,
       "end-without-text",
       {},
       warning,
       "speech after the last word of the transcript",
       "write what is said, if it is speech"},
  });
}();

constexpr const Rule* find_rule(std::string_view name) {
  const auto* rule = std::ranges::find(kRules, name, &Rule::name);
  return rule == kRules.end() ? nullptr : rule;
}

// The name of a rule of the table; any other name does not compile.
class RuleName {
 public:
  // Names are written where findings are made, as plain texts.
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval RuleName(const char* name) {
    while (index_ < kRules.size() && kRules[index_].name != name) ++index_;
    if (index_ == kRules.size()) throw "there is no such rule";
  }

  constexpr const Rule& operator*() const { return kRules[index_]; }
  constexpr const Rule* operator->() const { return &kRules[index_]; }

 private:
  // No pointer: with -fsanitize=undefined, g++ 12 compares none at compile time.
  std::size_t index_ = 0;
};

// A finding of that severity that it has in `make`, or else in `check`. `file` as users name it.
Diagnostic make_finding(RuleName rule, std::string file, std::optional<SourcePosition> position,
                        std::string message, std::vector<Edit> fix = {});

}  // namespace cmos
