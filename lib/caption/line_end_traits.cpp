#include "caption/line_end_traits.h"

#include <algorithm>

#include "caption/line_end.h"

namespace cmos {

namespace {

bool is_open(const WordShape& word) {
  return word.is.open && !word.capital && !word.digits;
}

class Traits {
 public:
  Traits(std::span<const WordShape> words, std::size_t last) : words_(words), last_(last) {}

  LineEndTraits run() {
    open_words();
    clause();
    const bool pause = is_pause(last_);
    characters(pause ? LineEndTrait::piece_before : LineEndTrait::since_pause, length_before());
    characters(pause ? LineEndTrait::piece_behind : LineEndTrait::until_pause, length_behind());
    return traits_;
  }

 private:
  void set(LineEndTrait trait, bool value = true) {
    traits_[static_cast<std::size_t>(trait)] = value;
  }

  // Sets the one of a trait's steps that the length is in.
  void characters(LineEndTrait trait, std::size_t length) {
    const auto step = std::ranges::lower_bound(kPieces, length) - kPieces.begin();
    const auto index = static_cast<std::size_t>(trait) + static_cast<std::size_t>(step);
    if (length <= kPieces.back()) traits_[index] = true;
  }

  void open_words() {
    const auto& word = words_[last_];
    const auto& next = words_[last_ + 1];
    const bool behind_open = is_open(word) || is_full_verb(words_, last_);
    set(LineEndTrait::after_open_word, behind_open);
    set(LineEndTrait::before_open_word, is_open(next));
    set(LineEndTrait::between_open_words, behind_open && is_open(next));
    if (word.ends_clause) return;
    set(LineEndTrait::describes_next, describes_next());
    set(LineEndTrait::inside_verb, is_inside_verb());
    if (!behind_open) return;
    set(LineEndTrait::before_auxiliary, next.is.auxiliary);
    set(LineEndTrait::before_subject, next.is.subject);
    set(LineEndTrait::before_pronoun, next.is.pronoun && !is_object_pronoun(words_, last_ + 1));
    set(LineEndTrait::before_article, next.is.article);
    set(LineEndTrait::before_determiner, next.is.determiner);
    set(LineEndTrait::before_leading, next.is.leading);
    set(LineEndTrait::before_object, is_object_pronoun(words_, last_ + 1));
    set(LineEndTrait::before_present_participle, next.is.present_participle);
    set(LineEndTrait::before_past_participle, next.is.past_participle);
  }

  bool describes_next() const {
    const auto& word = words_[last_];
    const auto& next = words_[last_ + 1];
    const bool has_content = next.is.open || next.is.adjective || next.is.takes_number;
    if (word.is.degree) return has_content || next.is.leading;
    if (word.is.leading) return next.is.adjective;
    if (word.is.adjective && is_quantity(next)) return true;
    if (!has_content || phrase_goes_on()) return false;
    if (word.is.adjective || is_participle_of_phrase()) return !word.capital;
    // Nouns of several describe nothing: "of programmers | happen".
    return is_open(word) && word.is.nominal && is_noun(last_ + 1) &&
           is_inside_noun_phrase(words_, last_);
  }

  // What has the form of a verb is none where a clause ends, or another verb comes: "the routing |
  // fees are".
  bool is_noun(std::size_t at) const {
    if (words_[at].is.nominal) return true;
    if (words_[at].ends_clause || words_[at].ends_sentence) return true;
    return at + 1 < words_.size() && (words_[at + 1].is.auxiliary || words_[at + 1].is.of);
  }

  // "the existing | channel"
  bool is_participle_of_phrase() const {
    const auto& is = words_[last_].is;
    if (last_ == 0 || !(is.present_participle || is.past_participle)) return false;
    const auto& before = words_[last_ - 1].is;
    return before.article || before.determiner;
  }

  // "can still | come", "I just | want"
  bool is_inside_verb() const {
    if (last_ == 0 || !words_[last_].is.leading) return false;
    const auto& before = words_[last_ - 1].is;
    const auto& next = words_[last_ + 1];
    return (before.auxiliary || before.subject) &&
           (is_open(next) || next.is.auxiliary || next.is.leading || next.is.incomplete ||
            next.is.takes_to);
  }

  // "a little | bit of"
  static bool is_quantity(const WordShape& word) {
    return word.is.takes_of && !word.is.preposition && !word.is.conjunction;
  }

  // Whether the next word is not the last one of its phrase: "important | electric cars". What has
  // the form of a verb is a noun of several, which is the last: "important | things happen".
  bool phrase_goes_on() const {
    const auto& next = words_[last_ + 1];
    return next.is.nominal && !next.capital && !next.ends_clause && last_ + 2 < words_.size() &&
           is_open(words_[last_ + 2]) && !words_[last_ + 2].is.present_participle;
  }

  void clause() {
    if (last_ + 2 >= words_.size() || !words_[last_ + 1].is.relative) return;
    const auto& is = words_[last_ + 2].is;
    set(LineEndTrait::before_clause, is.subject || is.pronoun);
  }

  // Whether there is one behind this word.
  bool is_pause(std::size_t word) const {
    return words_[word].ends_clause || words_[word].ends_sentence || words_[word + 1].opens;
  }

  std::size_t length_before() const {
    auto length = words_[last_].length;
    for (auto i = last_; i > 0 && !is_pause(i - 1) && length <= kPieces.back(); --i) {
      length += 1 + words_[i - 1].length;
    }
    return length;
  }

  std::size_t length_behind() const {
    auto length = words_[last_ + 1].length;
    for (auto i = last_ + 1; i + 1 < words_.size() && !is_pause(i) && length <= kPieces.back();
         ++i) {
      length += 1 + words_[i + 1].length;
    }
    return length;
  }

  std::span<const WordShape> words_;
  std::size_t last_;
  LineEndTraits traits_;
};

}  // namespace

LineEndTraits traits_of(std::span<const WordShape> words, std::size_t last) {
  return Traits(words, last).run();
}

}  // namespace cmos
