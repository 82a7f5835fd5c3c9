// Episodes and alignments made by hand, for tests that need no page and no sound.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "base/unspaced.h"
#include "cmos/alignment.h"
#include "episode/episode.h"

// Says words one after the other, each as long as its letters, and rests at punctuation as a
// speaker does.
class SpokenEpisode {
 public:
  cmos::Episode episode;
  cmos::Alignment alignment;

  // Milliseconds: of a word, of each of its letters, of a rest behind a comma and a sentence.
  int word = 70;
  int letter = 42;
  int comma_rest = 150;
  int sentence_rest = 400;

  // A turn of the named speaker; a blank line ("\n\n") begins a paragraph.
  SpokenEpisode& turn(const std::string& name, std::string_view text) {
    begin_turn(name);
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of(" \n"), text.size());
      say_piece(text.substr(0, end));
      if (text.substr(end).starts_with("\n\n")) begin_paragraph();
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    end_turn();
    return *this;
  }

  SpokenEpisode& rest(cmos::Time time) {
    now_ += time;
    alignment.duration = now_;
    return *this;
  }

  void begin_turn(const std::string& name) {
    const auto first = episode.words.size();
    episode.turns.push_back({speaker(name), now_, {}, first, first, {first}});
  }

  void begin_paragraph() {
    auto& paragraphs = episode.turns.back().paragraphs;
    if (paragraphs.back() != episode.words.size()) paragraphs.push_back(episode.words.size());
  }

  // A word for so long; by default as long as its letters.
  void say(const std::string& text, cmos::Time length = cmos::Time(0), bool joined = false) {
    if (length == cmos::Time(0)) {
      length = cmos::Time(word + letter * static_cast<int>(cmos::count_graphemes(text)));
    }
    episode.words.push_back({text, {}, {}, false, joined});
    alignment.words.push_back({{now_, now_ + length}, {}});
    rest(length + rest_after(text));
  }

  void end_turn() {
    auto& turn = episode.turns.back();
    auto& paragraphs = turn.paragraphs;
    turn.end_word = episode.words.size();
    if (paragraphs.size() > 1 && paragraphs.back() == turn.end_word) paragraphs.pop_back();
    alignment.turns.push_back({*turn.stamp, now_});
  }

 private:
  // What stands between white space, in words as the page's reader parts them.
  void say_piece(std::string_view piece) {
    std::size_t begin = 0;
    const auto say_until = [&](std::size_t end) {
      if (end > begin) say(std::string(piece.substr(begin, end - begin)), {}, begin > 0);
      begin = end;
    };
    for (const auto at : cmos::unspaced_word_breaks(piece)) say_until(at);
    say_until(piece.size());
  }

  std::size_t speaker(const std::string& name) {
    const auto found = std::ranges::find(episode.speakers, name, &cmos::Speaker::name);
    if (found != episode.speakers.end()) {
      return static_cast<std::size_t>(found - episode.speakers.begin());
    }
    episode.speakers.push_back({name, "guest1", name, {}});
    return episode.speakers.size() - 1;
  }

  cmos::Time rest_after(const std::string& text) const {
    const auto last = text.empty() ? ' ' : text.back();
    if (last == '.' || last == '!' || last == '?') return cmos::Time(sentence_rest);
    return cmos::Time(last == ',' ? comma_rest : 0);
  }

  cmos::Time now_{500};
};
