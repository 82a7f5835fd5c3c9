// What ending a line between two words means: the grammar of line treatment.
#pragma once

#include <cstddef>
#include <span>

#include "language/word_shape.h"

namespace cmos {

// From good to bad. Where several fit, the text decides in the order of classify_line_end().
enum class LineEnd {
  sentence_end,
  clause_end,
  before_opener,
  before_conjunction,
  before_relative,
  before_preposition,
  before_short_word,
  between_words,
  between_short_words,
  after_short_word,
  after_leading_word,
  inside_noun_phrase,
  before_particle,
  before_object_pronoun,
  after_determiner,
  after_article,
  after_preposition,
  after_conjunction,
  after_auxiliary,
  after_subject_pronoun,
  inside_name,
  inside_number,
  after_opener,
  against_unicode,
};

// A line that ends after words[last] and goes on with the next word; all of one speaker and one
// paragraph. Whether Unicode allows it is not looked at.
LineEnd classify_line_end(std::span<const WordShape> words, std::size_t last);

// "my first | active", "a big | shop", "of lightning | stuff": content words on both sides, and an
// article, a determiner or a preposition not far before them. That the next word may be the verb
// ("the code | works") is accepted.
bool is_inside_noun_phrase(std::span<const WordShape> words, std::size_t last);

// Whether words[at] is an auxiliary that is the verb itself: "we have | a house", "there are |
// people", "it was | in town". Behind punctuation it begins a question: "Is | the house".
bool is_full_verb(std::span<const WordShape> words, std::size_t at);

// Whether words[at] is one: "told him", "stopped doing that, at once", "wrote it on paper". Behind
// a pronoun that ends a clause, or that a phrase follows, no verb comes.
bool is_object_pronoun(std::span<const WordShape> words, std::size_t at);

// The line ends that a viewer stumbles over and that the figures count: after an article, a
// preposition, a conjunction, an auxiliary or a subject pronoun, with no punctuation between.
bool is_bad(LineEnd end);

}  // namespace cmos
