// The words of a language that decide where the title of a chapter begins and ends.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "language/word_list.h"

namespace cmos {

// Words between single spaces; longer ones before those that they begin with.
using Phrases = std::span<const std::string_view>;

// All words are normalised_word(). Without any: nothing is a filler but what has neither letter nor
// digit, nothing opens a question, and so on.
struct TitleWords {
  Phrases fillers{};              // Say nothing at the front: "okay", "that's great".
  WordList speakers{};            // "I": with a wish behind it announces ...
  WordList wishes{};              // "wanted": ...
  WordList topic_marks{};         // "about": what it is about follows.
  WordList question_words{};      // "how"
  WordList no_question_before{};  // "to": "how to" asks nothing.
  WordList choice_words{};        // "which"
  WordList relatives{};           // Ask only in front of an auxiliary: "where can I".
  WordList auxiliaries{};
  WordList subjects{};
  Phrases requests{};       // "tell me"
  WordList joining{};       // "that", "and": a part of a sentence may begin with them.
  WordList open_ends{};     // "the", "of": nothing can end with them.
  WordList repairs{};       // "sorry": of what was said or heard.
  WordList tags{};          // "right": what ends with it only asks for consent.
  WordList alternatives{};  // "or": what follows goes on with what was asked before.

  // How many words at the front say nothing: "okay so", "that's great".
  std::size_t leading_fillers(std::span<const std::string> words) const;

  // Whether a question or a request begins here: "how", "do you", "tell me". Inside a sentence
  // fewer words do: "the place where I can" asks nothing.
  bool opens_question(std::span<const std::string> words, bool inside_sentence) const;

 private:
  std::size_t filler(std::span<const std::string> words) const;
  std::size_t announcement(std::span<const std::string> words) const;
};

}  // namespace cmos
