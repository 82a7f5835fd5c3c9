// What each rule of the guidelines is worth: the only place where captions are tuned. The
// optimisation (compose.h) takes the captions with the smallest sum. docs/captions.md explains the
// table. The costs of line ends and of a cue's shape (kCue to kShortLineCharacter) are written by
// bench/captions/learn_line_ends, which learns them from captions of talks.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "caption/line_end.h"
#include "caption/line_end_traits.h"
#include "cmos/stats.h"

namespace cmos {

using Cost = std::int64_t;

struct EndCost {
  Cost cue = 0;   // A cue ends here.
  Cost line = 0;  // The first line of two ends here.
};

struct LineEndCost {
  LineEnd end;
  Cost cue;
  Cost line;
  std::string_view name;  // The rule, as figures name it.
  std::string_view source;
};

// In the order of LineEnd. Netflix: General Requirements, section 4, "Line Treatment". BBC:
// Subtitle Guidelines, section 3. UAX #14: Unicode line breaking.
inline constexpr std::array<LineEndCost, kLineEndKinds> kLineEndCosts = {{
    {LineEnd::sentence_end, 0, 0, "at the end of a sentence", "BBC 3.2"},
    {LineEnd::clause_end, -34, 94, "after punctuation", "Netflix; BBC 3.4"},
    {LineEnd::before_opener, 189, 157, "before a quotation or a bracket", "BBC 3.4"},
    {LineEnd::before_conjunction, 134, 81, "before a conjunction", "Netflix; BBC 3.4"},
    {LineEnd::before_relative, 163, 163, "before a relative clause or an indirect question",
     "BBC 3.4"},
    {LineEnd::before_preposition, 204, 119, "before a preposition", "Netflix; BBC 3.4"},
    {LineEnd::before_short_word, 239, 134, "before a short word", ""},
    {LineEnd::between_words, 322, 180, "between other words", ""},
    {LineEnd::between_short_words, 355, 275, "between short words", ""},
    {LineEnd::after_short_word, 499, 332, "after a short word", ""},
    {LineEnd::after_leading_word, 421, 249, "after a word that leads on", "BBC 3.4"},
    {LineEnd::inside_noun_phrase, 355, 191, "inside a noun phrase", "Netflix; BBC 3.4"},
    {LineEnd::before_particle, 419, 259, "before a verb's particle", "Netflix"},
    {LineEnd::before_object_pronoun, 343, 252, "before a pronoun that is an object", "Netflix"},
    {LineEnd::after_determiner, 398, 327, "after a determiner", "Netflix; BBC 3.4"},
    {LineEnd::after_article, 800, 650, "after an article", "Netflix; BBC 3.4"},
    {LineEnd::after_preposition, 700, 550, "after a preposition", "Netflix; BBC 3.4"},
    {LineEnd::after_conjunction, 700, 550, "after a conjunction", "Netflix; BBC 3.4"},
    {LineEnd::after_auxiliary, 700, 550, "after an auxiliary or a negation", "Netflix; BBC 3.4"},
    {LineEnd::after_subject_pronoun, 700, 550, "after a subject pronoun", "Netflix; BBC 3.4"},
    {LineEnd::inside_name, 800, 650, "inside a name", "Netflix"},
    {LineEnd::inside_number, 700, 550, "between a number and its word", "BBC 3.4"},
    {LineEnd::after_opener, 900, 750, "after an opening quotation mark or bracket", "UAX #14"},
    {LineEnd::against_unicode, 900, 750, "where Unicode forbids it", "UAX #14"},
}};

struct TraitCost {
  LineEndTrait trait;
  Cost cue;
  Cost line;
  std::string_view name;
};

// Added to those of the kind, but where a sentence ends. In the order of LineEndTrait.
inline constexpr std::array<TraitCost, kLineEndTraits> kTraitCosts = {{
    {LineEndTrait::after_open_word, -27, 31, "after an open word"},
    {LineEndTrait::before_open_word, 123, 70, "before an open word"},
    {LineEndTrait::between_open_words, -48, -33, "between two open words"},
    {LineEndTrait::before_auxiliary, -122, -93, "after one, before an auxiliary"},
    {LineEndTrait::before_subject, -103, -195, "after one, before a subject pronoun"},
    {LineEndTrait::before_pronoun, -29, -86, "after one, before a pronoun that may be a subject"},
    {LineEndTrait::before_article, 173, -9, "after one, before an article"},
    {LineEndTrait::before_determiner, 35, -2, "after one, before a determiner"},
    {LineEndTrait::before_leading, -34, 11, "after one, before a word that leads on"},
    {LineEndTrait::before_object, 130, 131, "after one, before a pronoun that is an object"},
    {LineEndTrait::one_after_pause, 62, 71, "one word after a pause"},
    {LineEndTrait::two_after_pause, 49, 51, "two words after a pause"},
    {LineEndTrait::three_after_pause, 15, -3, "three words after a pause"},
    {LineEndTrait::one_before_pause, 58, 77, "one word before a pause"},
    {LineEndTrait::two_before_pause, 2, 12, "two words before a pause"},
    {LineEndTrait::three_before_pause, 39, 20, "three words before a pause"},
}};

// Each cue is one more thing to look at.
inline constexpr Cost kCue = 268;
// Long cues stand for long: points for a thousand of the square of a cue's characters, which also
// makes the cues of one sentence alike in length.
inline constexpr Cost kLengthSquare = 119;
// "Text should usually be kept to one line" (Netflix, section 4).
inline constexpr Cost kSecondLine = -138;
// ... above all where the words would fit in one.
inline constexpr Cost kNeedlessLine = 323;
// The two lines should be of like length: points for a thousand of the square of the difference.
inline constexpr Cost kUnequalLines = 376;
// Each character that the shorter of two lines has less than kShortLine.
inline constexpr std::size_t kShortLine = 18;
inline constexpr Cost kShortLineCharacter = 10;
// A line of a single word, unless it ends with punctuation, beside another one.
inline constexpr Cost kLoneWord = 150;
// A cue holds one sentence (BBC 3.2): each sentence that ends inside a cue, at the end of its first
// line or in the middle of one.
inline constexpr Cost kSentenceEndsAtLine = 400;
inline constexpr Cost kSentenceEndsInLine = 420;
// Subtitles follow the rhythm of speech (BBC 5.2): a silence inside a cue, beyond a breath, costs a
// point for so many milliseconds.
inline constexpr Cost kBreath = 200;
inline constexpr Cost kPausePoint = 2;
// A cue that has to leave before its shortest time (Netflix, section 1; BBC 4.1) costs this, and a
// point more for so many missing milliseconds.
inline constexpr Cost kTooShort = 300;
inline constexpr Cost kTooShortPoint = 3;
// Each character beyond what can be read in the cue's time (Netflix, English guide; BBC 4.1).
inline constexpr Cost kTooFast = 11;
// Two speakers in one cue: only where they are too short for two (Netflix, English guide, "Dual
// Speakers").
inline constexpr Cost kDialogue = 450;
// A label that stands alone on its line.
inline constexpr Cost kLabelAlone = 250;

const LineEndCost& cost_of(LineEnd end);
EndCost cost_of(LineEnd end, const LineEndTraits& traits);

}  // namespace cmos
