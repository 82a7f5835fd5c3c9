// Episodes made by hand, without a page.
#pragma once

#include <optional>
#include <sstream>
#include <string>

#include "episode/episode.h"

namespace cmos {

// Adds a turn; paragraphs are lines, words in brackets ("[laughs]") are notes.
inline void add_turn(Episode& episode, std::optional<Time> stamp, const std::string& text) {
  Turn turn{};
  turn.stamp = stamp;
  turn.first_word = episode.words.size();
  std::istringstream paragraphs(text);
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    turn.paragraphs.push_back(episode.words.size());
    std::istringstream words(paragraph);
    for (std::string word; words >> word;) {
      episode.words.push_back({word, {}, std::nullopt, word.front() == '['});
    }
  }
  turn.end_word = episode.words.size();
  episode.turns.push_back(turn);
}

}  // namespace cmos
