#include "caption/line_end.h"

#include <algorithm>

namespace cmos {

namespace {

bool is_function_word(const WordClasses& is) {
  return is.article || is.determiner || is.preposition || is.conjunction || is.auxiliary ||
         is.subject || is.pronoun;
}

bool is_name(const WordShape& word, const WordShape& next) {
  return word.capital && next.capital && !is_function_word(word.is);
}

bool is_number_with_its_word(const WordShape& word, const WordShape& next) {
  if (word.is.takes_number && next.is.number) return true;
  if (next.digits) return word.capital || word.is.takes_number;
  return (word.digits || word.is.number) && !next.opens && !is_function_word(next.is);
}

// "he | said", "you | know", "that | is". A pronoun that may also be an object is taken for a
// subject unless the next word cannot be its verb.
bool is_subject_with_its_verb(const WordShape& word, const WordShape& next) {
  if (next.is.auxiliary) return word.is.subject || word.is.pronoun;
  if (word.is.subject) return !next.is.preposition && !next.is.conjunction;
  return word.is.pronoun && !word.is.determiner && !word.is.conjunction &&
         !is_function_word(next.is) && !next.is.object && !next.opens;
}

LineEnd classify_sentence_end(SentenceEnd end) {
  switch (end) {
    case SentenceEnd::in_name:
      return LineEnd::inside_name;
    case SentenceEnd::abbreviation:
      return LineEnd::between_words;
    case SentenceEnd::goes_on:
      return LineEnd::clause_end;
    default:
      return LineEnd::sentence_end;
  }
}

// A word that is not only grammar: a noun, an adjective, a verb.
bool is_content_word(const WordShape& word) {
  return !is_function_word(word.is) && !word.is.leading && !word.is.object && !word.is.particle;
}

bool is_numeral(const WordShape& word) {
  return word.digits || (word.is.number && !word.is.pronoun);
}

// What joins two numbers: "and", a dash.
bool joins_numbers(const WordShape& word) {
  return word.is.conjunction || (word.divides && word.length == 1);
}

// "30,000 | and 50,000", "six | or seven", "80 | - 90", "80 - | 90".
bool is_range(std::span<const WordShape> words, std::size_t last) {
  const auto joined_by = [&](std::size_t at) {
    return at > 0 && at + 1 < words.size() && joins_numbers(words[at]) &&
           is_numeral(words[at - 1]) && is_numeral(words[at + 1]);
  };
  return joined_by(last + 1) || joined_by(last);
}

// "off | and on", "more | or less".
bool is_fixed_pair(std::span<const WordShape> words, std::size_t last) {
  return words[last].is.paired && words[last + 1].is.joins && last + 2 < words.size() &&
         words[last + 2].is.paired;
}

// "the code for plugin | 2 was done": a number that is no quantity of what follows.
bool is_numbered(std::span<const WordShape> words, std::size_t last) {
  const auto& number = words[last + 1];
  if (!number.digits || words[last].digits || !is_content_word(words[last])) return false;
  return number.ends_clause || number.ends_sentence || last + 2 == words.size() ||
         is_function_word(words[last + 2].is);
}

// A preposition that nothing follows: "wanted to talk about and", "what we talked about that you
// like", "to work with."
bool is_stranded(std::span<const WordShape> words, std::size_t at) {
  const auto& word = words[at];
  if (!word.is.preposition) return false;
  if (word.ends_sentence || word.ends_clause) return true;
  if (at + 1 == words.size()) return false;
  const auto& next = words[at + 1];
  if (word.is.adverbial && next.is.preposition) {  // "in | about five minutes" is none.
    return at + 2 == words.size() || !is_numeral(words[at + 2]);
  }
  if (!next.is.pronoun || !next.is.relative || !next.is.determiner) return next.is.joins;
  if (at + 2 == words.size()) return false;  // Of "that" only the next word tells what it is.
  const auto& behind = words[at + 2].is;
  return behind.subject || (behind.pronoun && !behind.determiner);
}

// Whether the word goes with the verb in front: "pick up | the phone", "let him down | the stairs".
bool is_verbs_particle(std::span<const WordShape> words, std::size_t at) {
  if (!words[at].is.particle || at == 0) return false;
  const auto& before = words[at - 1].is;
  return before.open || before.incomplete || before.takes_number || before.takes_to ||
         is_object_pronoun(words, at - 1);
}

// "it kind of | works": adverbs both, unlike "a new kind of | shop".
bool is_hedge(std::span<const WordShape> words, std::size_t last) {
  if (!words[last].is.of || last == 0 || !words[last - 1].is.hedge) return false;
  if (last == 1) return true;
  const auto& before = words[last - 2].is;
  return !before.article && !before.determiner && !before.open && !before.number;
}

// "look at this | in the house", unlike "some | of it", "those | who".
bool stands_alone(const WordShape& determiner, const WordClasses& next) {
  if (!determiner.is.quantifier && !determiner.is.pronoun) return false;
  return next.opens_phrase || (next.conjunction && !next.relative);
}

// What the last word binds to.
LineEnd classify_word(std::span<const WordShape> words, std::size_t last) {
  const auto& word = words[last];
  const auto& next = words[last + 1];
  if (word.is.article) return LineEnd::after_article;
  if (is_name(word, next)) return LineEnd::inside_name;
  if (is_number_with_its_word(word, next)) return LineEnd::inside_number;
  if (word.is.auxiliary && !is_full_verb(words, last)) return LineEnd::after_auxiliary;
  if (is_subject_with_its_verb(word, next)) return LineEnd::after_subject_pronoun;
  if (is_hedge(words, last)) return LineEnd::after_leading_word;
  const bool phrase_follows = next.is.preposition || next.is.conjunction;
  const bool is_particle = (word.is.particle && phrase_follows) || is_verbs_particle(words, last);
  if (word.is.preposition && !is_particle && !is_stranded(words, last)) {
    return LineEnd::after_preposition;
  }
  if (word.is.conjunction && !word.is.preposition) return LineEnd::after_conjunction;
  if (is_object_pronoun(words, last + 1)) return LineEnd::before_object_pronoun;
  if (word.is.determiner && !stands_alone(word, next.is)) return LineEnd::after_determiner;
  const bool leads_on = (word.is.leading && (word.is.focusing || !phrase_follows)) ||
                        (word.is.incomplete && !is_function_word(next.is));
  return leads_on ? LineEnd::after_leading_word : LineEnd::between_words;
}

// Where nothing is known of the words: short ones are taken for function words, which belong to
// what follows.
LineEnd classify_lengths(const WordShape& word, const WordShape& next) {
  if (word.short_word) {
    return next.short_word ? LineEnd::between_short_words : LineEnd::after_short_word;
  }
  return next.short_word ? LineEnd::before_short_word : LineEnd::between_words;
}

// How the next word begins, where the one before binds to nothing.
LineEnd classify_next(std::span<const WordShape> words, std::size_t next) {
  const auto& is = words[next].is;
  if (words[next].opens) return LineEnd::before_opener;
  const auto& before = words[next - 1].is;
  const bool belongs =
      (is.of && before.takes_of) || (is.than && before.takes_than) || (is.to && before.takes_to);
  if (belongs) return LineEnd::before_particle;
  if (is.particle || is_stranded(words, next)) return LineEnd::before_particle;
  if (is.relative) return LineEnd::before_relative;
  if (is.conjunction) return LineEnd::before_conjunction;
  if (is.opens_phrase) return LineEnd::before_preposition;
  return classify_lengths(words[next - 1], words[next]);
}

}  // namespace

LineEnd classify_line_end(std::span<const WordShape> words, std::size_t last) {
  const auto& word = words[last];
  const auto& next = words[last + 1];
  if (word.opens && !word.closes && !word.ends_sentence) return LineEnd::after_opener;
  if (const auto end = sentence_end(word, next); end != SentenceEnd::no) {
    return classify_sentence_end(end);
  }
  if (is_range(words, last)) return LineEnd::inside_number;
  if (word.ends_clause) return LineEnd::clause_end;
  if (is_numbered(words, last)) return LineEnd::inside_number;
  if (is_fixed_pair(words, last)) return LineEnd::after_leading_word;
  const auto bound = classify_word(words, last);
  if (bound != LineEnd::between_words) return bound;
  return is_inside_noun_phrase(words, last) ? LineEnd::inside_noun_phrase
                                            : classify_next(words, last + 1);
}

bool is_inside_noun_phrase(std::span<const WordShape> words, std::size_t last) {
  constexpr std::size_t kFarthest = 3;
  if (!is_content_word(words[last]) || !is_content_word(words[last + 1])) return false;
  for (std::size_t back = 1; back <= std::min(kFarthest, last); ++back) {
    const auto& word = words[last - back];
    if (word.ends_sentence || word.ends_clause) return false;
    if (word.is.article || word.is.determiner || word.is.preposition) return true;
    if (!is_content_word(word) && !word.is.leading) return false;
  }
  return false;
}

bool is_full_verb(std::span<const WordShape> words, std::size_t at) {
  if (!words[at].is.full_verb || at == 0 || at + 1 == words.size()) return false;
  const auto& before = words[at - 1];
  const auto& next = words[at + 1].is;
  const bool asks =
      before.ends_clause || before.ends_sentence || (before.is.conjunction && !before.is.pronoun);
  if (asks || next.to || next.conjunction) return false;
  return next.article || next.determiner || next.preposition ||
         (before.is.existential && !next.auxiliary);
}

bool is_object_pronoun(std::span<const WordShape> words, std::size_t at) {
  const auto& is = words[at].is;
  if (is.object || !is.pronoun) return is.object;
  if (words[at].ends_clause || words[at].ends_sentence) return true;
  if (is.relative || is.number || at == 0 || at + 1 == words.size()) return false;
  const auto& next = words[at + 1].is;
  return words[at - 1].is.open && (next.preposition || next.article || next.joins);
}

bool is_bad(LineEnd end) {
  switch (end) {
    case LineEnd::after_article:
    case LineEnd::after_preposition:
    case LineEnd::after_conjunction:
    case LineEnd::after_auxiliary:
    case LineEnd::after_subject_pronoun:
      return true;
    default:
      return false;
  }
}

}  // namespace cmos
