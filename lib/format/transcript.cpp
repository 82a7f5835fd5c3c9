#include "format/transcript.h"

namespace cmos {

namespace {

TranscriptPart paragraph(const Episode& episode, const Alignment& alignment, const Turn& turn,
                         std::size_t i) {
  TranscriptPart part;
  part.speaker = episode.speakers[turn.speaker].name;
  part.begins_turn = i == 0;
  part.first_word = turn.paragraphs[i];
  part.end_word = i + 1 < turn.paragraphs.size() ? turn.paragraphs[i + 1] : turn.end_word;
  for (auto word = part.end_word; word-- > part.first_word;) {
    if (alignment.words[word].is_spoken) part.start = alignment.words[word].time.start;
  }
  return part;
}

}  // namespace

std::vector<TranscriptPart> transcript_parts(const Episode& episode, const Alignment& alignment) {
  std::vector<TranscriptPart> parts;
  auto heading = episode.headings.begin();
  const auto add_headings = [&](std::size_t word) {
    for (; heading != episode.headings.end() && word_behind(episode, *heading) <= word; ++heading) {
      parts.push_back({&*heading, {}, false, std::nullopt, 0, 0});
    }
  };
  for (const auto& turn : episode.turns) {
    for (std::size_t i = 0; i < turn.paragraphs.size(); ++i) {
      add_headings(turn.paragraphs[i]);
      parts.push_back(paragraph(episode, alignment, turn, i));
    }
  }
  add_headings(episode.words.size());
  return parts;
}

std::string text_of_words(const Episode& episode, std::size_t first_word, std::size_t end_word) {
  std::string text;
  for (auto i = first_word; i < end_word; ++i) {
    append_word(text, episode.words[i]);
  }
  return text;
}

}  // namespace cmos
