// NIST's forms of one line an utterance or a word.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// All texts are files from `begin` on, in valid UTF-8.

// NIST's STM: file, channel, speaker, start, end, <labels>, text.
Draft read_stm(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics);

// NIST's CTM: file, channel, start, length, word, confidence; a voice for each channel, where there
// are several.
Draft read_ctm(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics);

bool is_stm_line(std::string_view line);
bool is_ctm_line(std::string_view line);

}  // namespace cmos::transcript
