// An episode as its page tells it: who speaks, when, what, and which sound file it declares to
// describe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cmos/source_position.h"
#include "cmos/time.h"
#include "cmos/transcript_format.h"

namespace cmos {

// A value of the front matter and where it stands in the page.
template <typename T>
struct Declared {
  T value;
  SourceSpan source;  // The scalar's bytes, quotes included.
};

// The published MP3 as the front matter describes it. What is missing or cannot be read stays
// empty.
struct DeclaredMp3 {
  std::optional<Declared<std::string>> file;    // A site path: "/media/x.mp3".
  std::optional<Declared<std::uint64_t>> size;  // Bytes.
  std::optional<Declared<Time>> duration;  // `time`: whole seconds, floored. "25.01" is read as
                                           // 25:01.
};

struct Speaker {
  std::string id;     // "michael", as stamps name them.
  std::string role;   // "guest1": the declaration's second word. Empty if the speaker is not
                      // declared.
  std::string name;   // "Michael Kennedy". The ID itself if the speaker is not declared.
                      // Empty for a voice that a transcript of another form does not name.
  SourceSpan source;  // The declaration, or the first use of an undeclared ID.
};

// A whitespace-separated piece of what is shown: "“Okay,", "C++", "List<String>", "[garbled]". In
// scripts that are written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese), a word as
// ICU's dictionaries part them (UAX #29), with the punctuation that no line may part from it.
struct Word {
  std::string text;   // UTF-8 as a viewer reads it: markup gone, entities and <q> turned into
                      // characters.
  SourceSpan source;  // From the word's first to past its last byte in the page; markup may lie
                      // inside.
  std::optional<std::size_t> link;  // Index into Episode::links if the word belongs to a link's
                                    // text.
  bool is_note = false;             // Part of a note in brackets inside speech: shown, not spoken.
  bool joined = false;              // No white space parts it from the word before.
  bool is_right = false;  // Somebody has heard that it is said where it was laid (corrections.h).
};

struct Link {
  std::string target;      // As the page has it; "" only if the page has it so.
  SourceSpan source;       // The whole link, its text included.
  std::size_t first_word;  // Words [first_word, end_word) are its text.
  std::size_t end_word;
};

// What one speaker says until the next stamp. It has at least one word, or the page gets a
// diagnostic and the turn is left out.
struct Turn {
  std::size_t speaker;        // Index into Episode::speakers.
  std::optional<Time> stamp;  // Whole seconds, floored by ear; in transcripts of other forms as
                              // exact as these are. None in a transcript without stamps.
  SourceSpan stamp_source;    // The clock inside the brackets; empty, before the ID, if there is no
                              // stamp.
  std::size_t first_word;     // Words [first_word, end_word) of the episode.
  std::size_t end_word;
  std::vector<std::size_t> paragraphs;  // First word of each paragraph; the first is first_word.
  SourceSpan speaker_source = {};       // Of the speaker's ID; empty where the page has none.
};

// A "## heading" inside the transcript.
struct Heading {
  int level;  // 1 to 6.
  std::string text;
  SourceSpan source;
  std::size_t turn;  // Index of the turn that follows; turns.size() behind the last one.
  std::optional<std::size_t> word = std::nullopt;  // Inside a turn: index of the word behind it.
};

// A chapter that the front matter gives.
struct ExplicitChapter {
  Time time{0};
  std::string title;
  std::string url;    // As the page has it; empty if there is none.
  std::string image;  // A file, relative to the page's folder, or a URL; empty if there is none.
  std::size_t offset = 0;       // Of the time in the page.
  SourceSpan time_source = {};  // The scalars' bytes, quotes included.
  SourceSpan title_source = {};
};

// When a word begins or ends, as somebody has heard it (corrections.h).
struct KnownTime {
  std::size_t word;
  bool is_end;  // Of the word; else it is its start.
  Time time{0};
  bool is_cue_edge = false;  // A cue begins or ends with the word, exactly then.
};

// Words that somebody wants in a cue of their own, as far as one holds them (corrections.h).
struct KnownCue {
  std::size_t first_word;
  std::size_t end_word;
};

struct Episode {
  std::string title;
  std::string language =
      "en";  // BCP 47; `language:` of the front matter, or what stands in for it.
  DeclaredMp3 mp3;
  // What it was read as.
  TranscriptFormat form = TranscriptFormat::page;
  // The file that the front matter names as the transcript: a path of the site or an address.
  std::optional<Declared<std::string>> transcript_file;
  // `pronunciations:` of the front matter: by word, the phones that it is said with ("S IY M AO
  // S").
  std::map<std::string, Declared<std::string>> pronunciations;
  std::optional<Declared<std::string>> youtube_id;
  std::optional<Declared<Time>> youtube_offset;  // Where in the video the MP3's sound begins.
  std::vector<Speaker> speakers;
  std::vector<Turn> turns;  // In page order; their words follow each other without gaps.
  std::vector<Word> words;
  std::vector<Link> links;  // Of the transcript.
  std::vector<Heading> headings;
  std::vector<ExplicitChapter> chapters;  // In page order.
  bool chapters_understood = true;        // Whether all that `chapters:` lists could be read.
  bool language_understood = true;        // Whether `language:` could, or is not there.
  bool language_said = false;             // Whether `language:` is there and could.
  std::vector<SourceSpan> code;  // What is code in the page behind its head; in page order.
  std::vector<KnownTime> known_times = {};  // Rising, in the order of the words.
  std::vector<KnownCue> known_cues = {};
};

}  // namespace cmos
