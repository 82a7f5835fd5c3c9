#include "format/words_json.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

#include "format/json_text.h"

namespace cmos {

namespace {

std::string turn_json(const Episode& episode, const Alignment& alignment, std::size_t index) {
  const auto& turn = episode.turns[index];
  const auto& time = alignment.turns[index];
  return fmt::format(R"({{"speaker":{},"stamp":{},"start":{},"end":{}}})",
                     json_string(episode.speakers[turn.speaker].name),
                     turn.stamp ? json_seconds(*turn.stamp) : "null", json_seconds(time.start),
                     json_seconds(time.end));
}

std::string word_json(const Word& word, const WordTiming& timing, std::size_t turn) {
  return fmt::format(
      R"({{"text":{},"start":{},"end":{},"confidence":{},{}{}"turn":{}}})", json_string(word.text),
      json_seconds(timing.time.start), json_seconds(timing.time.end),
      timing.confidence ? fmt::format("{:.3f}", *timing.confidence) : "null",
      timing.is_spoken ? "" : R"("spoken":false,)", word.joined ? R"("joined":true,)" : "", turn);
}

}  // namespace

std::string write_words_json(const Episode& episode, const Alignment& alignment) {
  std::vector<std::string> turns;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    turns.push_back(turn_json(episode, alignment, i));
    for (auto word = episode.turns[i].first_word; word < episode.turns[i].end_word; ++word) {
      words.push_back(word_json(episode.words[word], alignment.words[word], i));
    }
  }
  return fmt::format(
      "{{\"version\":1,\"duration\":{},\"language\":{},\n\"turns\":[\n{}\n],\n\"words\":[\n{}\n]}}"
      "\n",
      json_seconds(alignment.duration), json_string(episode.language), fmt::join(turns, ",\n"),
      fmt::join(words, ",\n"));
}

}  // namespace cmos
