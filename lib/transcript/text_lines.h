// The lines of a text, and which of them are no speech.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "cmos/source_position.h"
#include "episode/lines.h"
#include "transcript/dialogue.h"

namespace cmos::transcript {

struct TextLine {
  page::Line line;
  SurveyedLine surveyed;
};

// The part of a text that is its transcript: what stands under a heading (or a first line)
// "Transcript", up to the next part of the page ("Links", "Credits"); else all.
SourceSpan transcript_part(std::string_view text);

std::vector<TextLine> survey_lines(std::string_view text, SourceSpan part);

// An address, alone or behind a label; a credit ("Transcribed by"); times of captions.
bool is_no_speech(std::string_view line);

// "00:00:01,000 --> 00:00:02,000".
bool is_cue_time(std::string_view line);

// A rule between parts of the text: "* * *", escaped or not.
bool is_rule(std::string_view line);

// What is spoken of line [begin, end): without times in brackets.
std::vector<SourceSpan> spoken_parts(std::string_view line, std::size_t begin);

std::size_t count_letters(std::string_view text);

}  // namespace cmos::transcript
