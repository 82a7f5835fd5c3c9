// From a transcript of any form to an episode page.
#pragma once

#include <string>

#include "cmos/captioner.h"
#include "cmos/export.h"

namespace cmos {

// A page in this project's dialect (docs/pages.md) with the words, speakers, paragraphs, links and
// headings of the timed one, the sound's true name, size and length, and a stamp where each turn is
// heard. It was timed for words: Captioner::time() for Format::words. Without a sound none is
// named.
CMOS_API std::string write_page(const TimedPage& timed);

}  // namespace cmos
