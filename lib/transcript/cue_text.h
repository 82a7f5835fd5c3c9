// The text of a cue: tags, voices, marks of a change of voice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/source_position.h"
#include "episode/mapped_text.h"

namespace cmos::transcript {

// What one voice says on one line of a cue.
struct CueSpeech {
  page::MappedText text;  // Without tags and marks; entities stand as they are.
  std::string voice;      // Of a tag <v Name> on this line before it; empty if there is none.
  SourceSpan voice_source;
  bool changes_voice = false;  // Marked by ">>", by "- ", or by an end of the voice.
};

// `line` stands at `origin` in the file.
std::vector<CueSpeech> split_cue_line(std::string_view line, std::size_t origin);

}  // namespace cmos::transcript
