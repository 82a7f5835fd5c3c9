// JSON of podcast hosts and of services that recognise speech.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// The file from `begin` on. Which form it has is told by its keys: Podcasting 2.0 and Whisper
// (`segments`), whisper.cpp (`transcription`), AssemblyAI (`utterances`), Rev.ai (`monologues`),
// Deepgram (`results.channels`), AWS (`results.items`), Google (`results[].alternatives`). JSON
// of another shape is an error, and so is no JSON.
Draft read_json(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics);

// Whether it is JSON of a known shape that holds speech.
bool is_json_transcript(std::string_view json);

}  // namespace cmos::transcript
