// The transcript as a fragment for a site: .transcript.html.
#pragma once

#include <string>

#include "cmos/alignment.h"
#include "episode/episode.h"

namespace cmos {

// The podcast namespace's form: <cite>Name:</cite> for each turn, <time>m:ss</time> and <p> for
// each paragraph of it, all at the top level, as its readers want them. Before each time stands a
// link to that second (#t=) of the video, `youtube_offset` added, or else of the MP3, of the real
// start and not of the stamp; headings and links are the page's. The language is on the paragraphs,
// since readers ignore what a wrapper holds; the comment in front makes them take the fragment for
// a transcript. Text and attributes are escaped; the
// encoding is said, since readers do not decode references. A paragraph bears the anchor that
// #t=62.14 names, and a class for its speaker. A link with another scheme than http, https or
// mailto is text.
std::string write_html(const Episode& episode, const Alignment& alignment);

}  // namespace cmos
