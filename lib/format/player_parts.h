// What player and review page have in common. Inside lib/format only.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "format/player.h"

namespace cmos {

// The names of those who speak, in the order in which they first do, each once.
class SpeakerNames {
 public:
  explicit SpeakerNames(const Episode& episode);

  const std::vector<std::string>& names() const { return names_; }
  // -1 for a name that nobody has.
  int index(std::string_view name) const;
  // The class of the colour, from 1; 0 for nobody's.
  int colour(std::string_view name) const;

 private:
  std::vector<std::string> names_;
};

// For the words [first_word, end_word): the milliseconds from the end of the one before (of the
// first: from the start of the sound) and how long it is, 0 for a word that the sound does not
// have.
std::string word_times(const Alignment& alignment, std::size_t first_word, std::size_t end_word);

// The <audio> element.
std::string sound_html(const PlayerContent& content);

// A list of links; empty if there are no chapters.
std::string chapters_html(const PlayerContent& content);

// Headings, turns and paragraphs. `more` gives attributes for a paragraph, each behind a space.
using ParagraphAttributes =
    std::function<std::string(std::size_t first_word, std::size_t end_word)>;
std::string transcript_html(const PlayerContent& content, const SpeakerNames& speakers,
                            const ParagraphAttributes& more = {});

// Speakers, cues and language, as the script reads them.
nlohmann::json player_data(const PlayerContent& content, const SpeakerNames& speakers);

}  // namespace cmos
