// Text with or without names, times and paragraphs, as people and services write it.
#pragma once

#include <set>
#include <string>

#include "base/diagnostic_collector.h"
#include "episode/mapped_text.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// `body` is the file without its front matter and comments, `declared` the people that the front
// matter names.
Draft read_text(page::MappedText body, const std::set<std::string, std::less<>>& declared,
                DiagnosticCollector& diagnostics);

// Whether the text looks like a conversation: several lines begin with names that return, or with
// times.
bool looks_like_dialogue(const page::MappedText& body,
                         const std::set<std::string, std::less<>>& declared);

}  // namespace cmos::transcript
