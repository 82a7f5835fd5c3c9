// What is said in a turn, word by word, and the marks that writers put between.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "chapter/vocabulary.h"
#include "episode/episode.h"
#include "language/word_shape.h"

namespace cmos {

// Pauses inside a sentence, full stops, and where somebody breaks off, in several scripts. A title
// does not end with them.
inline constexpr std::array<std::string_view, 5> kPauseMarks{",", ";", ":", "\u2014", "\u3001"};
inline constexpr std::array<std::string_view, 3> kFullStops{".", "\u3002", "\u0964"};
inline constexpr std::array<std::string_view, 6> kBreakOffMarks{"...?", "\u2026?", "..?",
                                                                "...",  "\u2026",  ".."};

struct WordRange {
  std::size_t begin;
  std::size_t end;
  std::size_t size() const { return end - begin; }
};

// Notes are left out; "have...do" is two words, as somebody began anew.
class SpokenText {
 public:
  SpokenText(const Episode& episode, const Turn& turn, const Vocabulary& vocabulary);

  std::size_t size() const { return texts_.size(); }
  const std::string& text(std::size_t word) const { return texts_[word]; }
  bool is_joined(std::size_t word) const { return joined_[word]; }  // Word::joined.
  // normalised_word()
  const std::string& core(std::size_t word) const { return cores_[word]; }
  const std::vector<std::string>& cores() const { return cores_; }
  double weight(std::size_t word) const { return weights_[word]; }  // Vocabulary::weight().

  // Whether a question, any pause, a sentence that was not finished ends with the word.
  bool asks(std::size_t word) const;
  bool pauses(std::size_t word) const;
  bool breaks_off(std::size_t word) const;

  std::vector<WordRange> sentences() const;

 private:
  bool ends_sentence(std::size_t word) const;

  std::vector<std::string> texts_;
  std::vector<bool> joined_;
  std::vector<std::string> cores_;
  std::vector<WordShape> shapes_;
  std::vector<double> weights_;
};

}  // namespace cmos
