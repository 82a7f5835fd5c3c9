#include "format/transcript.h"

namespace cmos {

namespace {

void add_paragraphs(const Episode& episode, const Alignment& alignment, const Turn& turn,
                    std::vector<TranscriptPart>& parts) {
  for (std::size_t i = 0; i < turn.paragraphs.size(); ++i) {
    TranscriptPart part;
    part.speaker = episode.speakers[turn.speaker].name;
    part.begins_turn = i == 0;
    part.first_word = turn.paragraphs[i];
    part.end_word = i + 1 < turn.paragraphs.size() ? turn.paragraphs[i + 1] : turn.end_word;
    part.start = alignment.words[part.first_word].time.start;
    parts.push_back(std::move(part));
  }
}

}  // namespace

std::vector<TranscriptPart> transcript_parts(const Episode& episode, const Alignment& alignment) {
  std::vector<TranscriptPart> parts;
  auto heading = episode.headings.begin();
  for (std::size_t i = 0; i <= episode.turns.size(); ++i) {
    for (; heading != episode.headings.end() && heading->turn <= i; ++heading) {
      parts.push_back({&*heading, {}, false, {}, 0, 0});
    }
    if (i < episode.turns.size()) add_paragraphs(episode, alignment, episode.turns[i], parts);
  }
  return parts;
}

std::string text_of_words(const Episode& episode, std::size_t first_word, std::size_t end_word) {
  std::string text;
  for (auto i = first_word; i < end_word; ++i) {
    if (i > first_word) text += ' ';
    text += episode.words[i].text;
  }
  return text;
}

}  // namespace cmos
