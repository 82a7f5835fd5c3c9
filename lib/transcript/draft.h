// What every form of transcript is read into before it becomes an episode.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "cmos/time.h"
#include "episode/episode.h"
#include "episode/mapped_text.h"

namespace cmos::transcript {

// A time and where it stands in the file.
struct StatedTime {
  Time time;
  SourceSpan source;
};

// The name of who speaks and where it stands in the file; empty where nobody is named.
struct Voice {
  std::string name;
  SourceSpan source;

  bool is_named() const { return !name.empty(); }
};

// Some text of one voice.
struct Piece {
  enum class Kind { speech, heading };

  Kind kind = Kind::speech;
  bool begins_turn = false;
  bool begins_paragraph = false;
  Voice voice;                     // Of a turn that begins.
  std::optional<StatedTime> time;  // Of a turn that begins.
  SourceSpan text;                 // Of Draft::body: whole lines; may be empty.
  std::size_t place = 0;           // In the file; of a turn without a name, a time and a text.
};

// In the order of what is said.
struct Draft {
  page::MappedText body;
  std::vector<Piece> pieces;

  // Appends a text of the file to the body, as a line of its own.
  SourceSpan append(std::string_view text, std::size_t origin);
  SourceSpan append(const page::MappedText& text);
};

// Turns segments (cues, utterances) into pieces: where the voice changes a turn begins. Where
// nobody is named one begins with each segment behind the end of a sentence, or half a minute after
// the turn's beginning: the times are not to be lost.
class SegmentJoiner {
 public:
  explicit SegmentJoiner(Draft& draft, bool marks_changes = false)
      : draft_(draft), marks_changes_(marks_changes) {}

  struct Segment {
    std::optional<Voice> voice;  // None: not known here, the one before goes on.
    bool changes_voice = false;  // Marked as another one's speech.
    std::optional<StatedTime> time;
    SourceSpan text;  // Of the draft's body; an empty one counts for nothing.
  };
  void add(Segment segment);

 private:
  bool begins_turn(const Segment& segment) const;

  Draft& draft_;
  bool marks_changes_;
  Voice voice_;
  std::optional<Time> turn_start_;
  bool has_begun_ = false;
  bool sentence_ended_ = false;
};

// Whether the text ends like a sentence, whatever quotes and brackets close behind it.
bool ends_sentence(std::string_view text);

// Fills speakers, turns, words, links and headings.
void compose(const Draft& draft, Episode& episode, DiagnosticCollector& diagnostics);

}  // namespace cmos::transcript
