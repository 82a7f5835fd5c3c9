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
    {LineEnd::clause_end, -107, -83, "after punctuation", "Netflix; BBC 3.4"},
    {LineEnd::before_opener, 104, 16, "before a quotation or a bracket", "BBC 3.4"},
    {LineEnd::before_conjunction, 80, -10, "before a conjunction", "Netflix; BBC 3.4"},
    {LineEnd::before_relative, 102, 26, "before a relative clause or an indirect question",
     "BBC 3.4"},
    {LineEnd::before_preposition, 155, 7, "before a preposition", "Netflix; BBC 3.4"},
    {LineEnd::before_short_word, 170, 1, "before a short word", ""},
    {LineEnd::between_words, 264, 50, "between other words", ""},
    {LineEnd::between_short_words, 285, 140, "between short words", ""},
    {LineEnd::after_short_word, 421, 203, "after a short word", ""},
    {LineEnd::after_leading_word, 337, 119, "after a word that leads on", "BBC 3.4"},
    {LineEnd::inside_noun_phrase, 255, 40, "inside a noun phrase", "Netflix; BBC 3.4"},
    {LineEnd::before_particle, 500, 400, "before a verb's particle", "Netflix"},
    {LineEnd::before_object_pronoun, 500, 350, "before a pronoun that is an object", "Netflix"},
    {LineEnd::after_determiner, 700, 550, "after a determiner", "Netflix; BBC 3.4"},
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

// The trait of the step kPieces[index].
constexpr LineEndTrait step(LineEndTrait first, std::size_t index) {
  return static_cast<LineEndTrait>(static_cast<std::size_t>(first) + index);
}

// Added to those of the kind, but where a sentence ends. In the order of LineEndTrait.
inline constexpr std::array<TraitCost, kLineEndTraits> kTraitCosts = {{
    {LineEndTrait::after_open_word, -13, -5, "after an open word"},
    {LineEndTrait::before_open_word, 86, 45, "before an open word"},
    {LineEndTrait::between_open_words, -14, 2, "between two open words"},
    {LineEndTrait::before_auxiliary, -127, -69, "after one, before an auxiliary"},
    {LineEndTrait::before_subject, -144, -163, "after one, before a subject pronoun"},
    {LineEndTrait::before_pronoun, -43, -43, "after one, before a pronoun that may be a subject"},
    {LineEndTrait::before_article, 109, -16, "after one, before an article"},
    {LineEndTrait::before_determiner, 42, 37, "after one, before a determiner"},
    {LineEndTrait::before_leading, -16, 63, "after one, before a word that leads on"},
    {LineEndTrait::before_object, -211, -81, "after one, before a pronoun that is an object"},
    {LineEndTrait::before_present_participle, 67, 73, "after one, before a present participle"},
    {LineEndTrait::before_past_participle, -206, -123, "after one, before a past participle"},
    {LineEndTrait::describes_next, 200, 300, "after a word that describes the next one"},
    {LineEndTrait::inside_verb, 150, 200, "inside a verb, after an adverb"},
    {LineEndTrait::before_clause, 97, 60, "before a relative word and a subject"},
    {step(LineEndTrait::piece_before, 0), 126, 78,
     "at punctuation, the piece before it of up to 8 characters"},
    {step(LineEndTrait::piece_before, 1), 167, 86,
     "at punctuation, the piece before it of up to 14 characters"},
    {step(LineEndTrait::piece_before, 2), 57, 40,
     "at punctuation, the piece before it of up to 20 characters"},
    {step(LineEndTrait::piece_before, 3), -19, 9,
     "at punctuation, the piece before it of up to 30 characters"},
    {step(LineEndTrait::piece_behind, 0), 133, 110,
     "at punctuation, the piece behind it of up to 8 characters"},
    {step(LineEndTrait::piece_behind, 1), 53, 109,
     "at punctuation, the piece behind it of up to 14 characters"},
    {step(LineEndTrait::piece_behind, 2), 24, 68,
     "at punctuation, the piece behind it of up to 20 characters"},
    {step(LineEndTrait::piece_behind, 3), -20, 24,
     "at punctuation, the piece behind it of up to 30 characters"},
    {step(LineEndTrait::since_pause, 0), 112, 102, "elsewhere, up to 8 characters behind a pause"},
    {step(LineEndTrait::since_pause, 1), 116, 126, "elsewhere, up to 14 characters behind a pause"},
    {step(LineEndTrait::since_pause, 2), 42, -22, "elsewhere, up to 20 characters behind a pause"},
    {step(LineEndTrait::since_pause, 3), 73, -2, "elsewhere, up to 30 characters behind a pause"},
    {step(LineEndTrait::until_pause, 0), -73, -32, "elsewhere, up to 8 characters before a pause"},
    {step(LineEndTrait::until_pause, 1), 5, 28, "elsewhere, up to 14 characters before a pause"},
    {step(LineEndTrait::until_pause, 2), 25, 8, "elsewhere, up to 20 characters before a pause"},
    {step(LineEndTrait::until_pause, 3), -32, -50, "elsewhere, up to 30 characters before a pause"},
}};

// Each cue is one more thing to look at.
inline constexpr Cost kCue = 250;
// Long cues stand for long: points for a thousand of the square of a cue's characters, which also
// makes the cues of one sentence alike in length.
inline constexpr Cost kLengthSquare = 88;
// "Text should usually be kept to one line" (Netflix, section 4).
inline constexpr Cost kSecondLine = 10;
// ... above all where the words would fit in one.
inline constexpr Cost kNeedlessLine = 318;
// The two lines should be of like length: points for a thousand of the square of the difference.
inline constexpr Cost kUnequalLines = 363;
// Each character that the shorter of two lines has less than kShortLine.
inline constexpr std::size_t kShortLine = 18;
inline constexpr Cost kShortLineCharacter = 5;
// A line of a single word, unless it ends with punctuation, beside another one.
inline constexpr Cost kLoneWord = 350;
// A line is an orphan if the other one is more than so many times as wide, and no punctuation
// stands between.
inline constexpr std::size_t kOrphanShare = 3;
inline constexpr Cost kOrphan = 200;
// A label and a single word alone on a line, unless a sentence ends with it.
inline constexpr Cost kLoneWordAtLabel = 200;
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
// A cue that ends inside words that somebody wants in one: more than all else together.
inline constexpr Cost kTorn = 50000;
// A label that stands alone on its line.
inline constexpr Cost kLabelAlone = 250;

// Captions that cost so many points more are e times less likely (agreement.h).
inline constexpr double kUnlikelier = 80;
// Each end of a line or a cue costs the first; less the second, times the share of all captions
// that end a line or a cue there, and the third, times the share that ends the same of both:
// captions are chosen that most good ones agree with (minimum Bayes risk; Goel and Byrne 2000). The
// best of those tried (bench/captions/learn_line_ends).
inline constexpr double kEnd = 460;
inline constexpr double kEndAgreed = 800;
inline constexpr double kKindAgreed = 400;

const LineEndCost& cost_of(LineEnd end);
EndCost cost_of(LineEnd end, const LineEndTraits& traits);

}  // namespace cmos
