#include "caption/line_end_traits.h"

namespace cmos {

namespace {

// Words that a pause is looked for in on each side.
constexpr std::size_t kFarthestPause = 3;

bool is_open(const WordShape& word) {
  return word.is.open && !word.capital && !word.digits;
}

class Traits {
 public:
  Traits(std::span<const WordShape> words, std::size_t last) : words_(words), last_(last) {}

  LineEndTraits run() {
    open_words();
    pause_before();
    pause_behind();
    return traits_;
  }

 private:
  void set(LineEndTrait trait, bool value = true) {
    traits_[static_cast<std::size_t>(trait)] = value;
  }

  void set_distance(LineEndTrait one, std::size_t words) {
    traits_[static_cast<std::size_t>(one) + words - 1] = true;
  }

  void open_words() {
    const auto& word = words_[last_];
    const auto& next = words_[last_ + 1];
    set(LineEndTrait::after_open_word, is_open(word));
    set(LineEndTrait::before_open_word, is_open(next));
    set(LineEndTrait::between_open_words, is_open(word) && is_open(next));
    if (!is_open(word) || word.ends_clause) return;
    set(LineEndTrait::before_auxiliary, next.is.auxiliary);
    set(LineEndTrait::before_subject, next.is.subject);
    set(LineEndTrait::before_pronoun, next.is.pronoun);
    set(LineEndTrait::before_article, next.is.article);
    set(LineEndTrait::before_determiner, next.is.determiner);
    set(LineEndTrait::before_leading, next.is.leading);
    set(LineEndTrait::before_object, next.is.object);
  }

  void pause_before() {
    for (std::size_t back = 1; back <= kFarthestPause && back <= last_; ++back) {
      const auto& word = words_[last_ - back];
      if (word.ends_sentence) return;
      if (word.ends_clause || words_[last_ - back + 1].opens)
        return set_distance(LineEndTrait::one_after_pause, back);
    }
  }

  void pause_behind() {
    for (std::size_t ahead = 1; ahead <= kFarthestPause && last_ + ahead < words_.size(); ++ahead) {
      const auto& word = words_[last_ + ahead];
      const bool is_last = last_ + ahead + 1 == words_.size();
      if (word.ends_sentence || word.ends_clause || is_last) {
        return set_distance(LineEndTrait::one_before_pause, ahead);
      }
    }
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
