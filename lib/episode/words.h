// Characters become words.
#pragma once

#include <vector>

#include "episode/episode.h"
#include "episode/inline.h"
#include "episode/mapped_text.h"

namespace cmos::page {

struct Phrase {
  std::vector<Word> words;  // With links and sources as an Episode has them,
  std::vector<Link> links;  // but numbered from this phrase's first word and link.
};

// The paragraph is the one that was shown; its quotes are resolved. Links without a word are left
// out.
Phrase split_words(const ShownText& shown, const MappedText& paragraph);

}  // namespace cmos::page
