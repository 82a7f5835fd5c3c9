// Chapters for podcast apps: .chapters.json.
#pragma once

#include <string>

#include "chapter/chapter.h"

namespace cmos {

// JSON chapters 1.2.0 of the podcast namespace (application/json+chapters), a line for each
// chapter: startTime and endTime in seconds with three decimals, title, url and img where there is
// one (docs/schemas/chapters.schema.json). Images that are files, not URLs, are left out: apps
// could not load them.
std::string write_chapters_json(const Chapters& chapters);

}  // namespace cmos
