// What each rule of the guidelines is worth: the only place where captions are tuned. The
// optimisation (compose.h) takes the captions with the smallest sum. docs/captions.md explains the
// table.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "caption/line_end.h"
#include "cmos/stats.h"

namespace cmos {

using Cost = std::int64_t;

struct LineEndCost {
  LineEnd end;
  Cost cue;               // A cue ends here.
  Cost line;              // The first line of two ends here.
  std::string_view name;  // The rule, as figures name it.
  std::string_view source;
};

// In the order of LineEnd. Netflix: General Requirements, section 4, "Line Treatment". BBC:
// Subtitle Guidelines, section 3. UAX #14: Unicode line breaking.
inline constexpr std::array<LineEndCost, kLineEndKinds> kLineEndCosts = {{
    {LineEnd::sentence_end, 0, 0, "at the end of a sentence", "BBC 3.2"},
    {LineEnd::clause_end, 30, 4, "after punctuation", "Netflix; BBC 3.4"},
    {LineEnd::before_opener, 45, 6, "before a quotation or a bracket", "BBC 3.4"},
    {LineEnd::before_conjunction, 45, 6, "before a conjunction", "Netflix; BBC 3.4"},
    {LineEnd::before_relative, 90, 10, "before a relative clause or an indirect question",
     "BBC 3.4"},
    {LineEnd::before_preposition, 110, 16, "before a preposition", "Netflix; BBC 3.4"},
    {LineEnd::between_words, 140, 36, "between other words", ""},
    {LineEnd::after_leading_word, 200, 90, "after a word that leads on", "BBC 3.4"},
    {LineEnd::inside_noun_phrase, 200, 80, "inside a noun phrase", "Netflix; BBC 3.4"},
    {LineEnd::before_particle, 200, 90, "before a verb's particle", "Netflix"},
    {LineEnd::before_object_pronoun, 200, 100, "before a pronoun that is an object", "Netflix"},
    {LineEnd::after_determiner, 240, 150, "after a determiner", "Netflix; BBC 3.4"},
    {LineEnd::after_article, 300, 220, "after an article", "Netflix; BBC 3.4"},
    {LineEnd::after_preposition, 260, 180, "after a preposition", "Netflix; BBC 3.4"},
    {LineEnd::after_conjunction, 260, 180, "after a conjunction", "Netflix; BBC 3.4"},
    {LineEnd::after_auxiliary, 260, 180, "after an auxiliary or a negation", "Netflix; BBC 3.4"},
    {LineEnd::after_subject_pronoun, 260, 180, "after a subject pronoun", "Netflix; BBC 3.4"},
    {LineEnd::inside_name, 300, 220, "inside a name", "Netflix"},
    {LineEnd::inside_number, 260, 180, "between a number and its word", "BBC 3.4"},
    {LineEnd::after_opener, 400, 300, "after an opening quotation mark or bracket", "UAX #14"},
    {LineEnd::against_unicode, 400, 300, "where Unicode forbids it", "UAX #14"},
}};

// Each cue is one more thing to look at.
inline constexpr Cost kCue = 50;
// "Text should usually be kept to one line" (Netflix, section 4).
inline constexpr Cost kSecondLine = 10;
// The two lines should be of like length, and the upper one not the longer, which hides more of the
// picture (usual practice): the square of the difference over this, twice that if the upper one is
// longer.
inline constexpr Cost kUnequalLinesSquare = 20;
// A line of a single word, unless it ends with punctuation, beside another one.
inline constexpr Cost kLoneWord = 60;
// A cue holds one sentence (BBC 3.2): each sentence that ends inside a cue, at the end of its first
// line or in the middle of one.
inline constexpr Cost kSentenceEndsAtLine = 40;
inline constexpr Cost kSentenceEndsInLine = 60;
// Subtitles follow the rhythm of speech (BBC 5.2): a silence inside a cue, beyond a breath, costs a
// point for so many milliseconds.
inline constexpr Cost kBreath = 200;
inline constexpr Cost kPausePoint = 8;
// A cue that has to leave before its shortest time (Netflix, section 1; BBC 4.1) costs this, and a
// point more for so many missing milliseconds.
inline constexpr Cost kTooShort = 200;
inline constexpr Cost kTooShortPoint = 4;
// Each character beyond what can be read in the cue's time (Netflix, English guide; BBC 4.1).
inline constexpr Cost kTooFast = 6;
// Long cues stand for long: the square of a cue's characters over this, which also makes the cues
// of one sentence alike in length.
inline constexpr Cost kLengthSquare = 100;
// Two speakers in one cue: only where they are too short for two (Netflix, English guide, "Dual
// Speakers").
inline constexpr Cost kDialogue = 110;
// A label that stands alone on its line.
inline constexpr Cost kLabelAlone = 40;

const LineEndCost& cost_of(LineEnd end);

}  // namespace cmos
