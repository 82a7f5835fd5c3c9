#include "language/line_end_words.h"

namespace cmos {

namespace {

// "two-sided", "on-chain"
bool is_compound(std::string_view word) {
  const auto hyphen = word.find('-');
  return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < word.size();
}

}  // namespace

WordClasses LineEndWords::classes_of(std::string_view word) const {
  WordClasses is;
  is.auxiliary = auxiliaries.contains(word) || auxiliary_endings.match(word);
  is.article = articles.contains(word);
  is.leading = leading.contains(word) || leading_endings.match(word);
  is.degree = degrees.contains(word);
  is.incomplete = incomplete.contains(word);
  is.focusing = focusing.contains(word);
  is.determiner = determiners.contains(word) || (determiner_endings.match(word) && !is.auxiliary);
  is.quantifier = quantifiers.contains(word);
  is.preposition = prepositions.contains(word);
  is.particle = particles.contains(word);
  is.adverbial = adverbials.contains(word);
  is.opens_phrase = is.preposition && !is.particle && !clinging_prepositions.contains(word);
  is.relative = relatives.contains(word);
  is.conjunction = is.relative || conjunctions.contains(word);
  is.joins = joining.contains(word);
  is.full_verb = full_verbs.contains(word);
  is.existential = existentials.contains(word);
  is.subject = subjects.contains(word);
  is.pronoun = pronouns.contains(word);
  is.object = objects.contains(word);
  is.number = numerals.contains(word);
  is.takes_number = takes_number.contains(word);
  is.takes_of = takes_of.contains(word);
  is.hedge = hedges.contains(word);
  is.of = of.contains(word);
  is.takes_than = takes_than.contains(word);
  is.than = than.contains(word);
  is.takes_to = takes_to.contains(word);
  is.to = to.contains(word);
  is.paired = paired.contains(word);
  is.title = titles.contains(word);
  is.abbreviation = abbreviations.contains(word);
  is.open = !empty() && is == WordClasses();
  is.present_participle = is.open && present_participles.match(word);
  is.past_participle = is.open && past_participles.match(word);
  is.adjective =
      adjectives.contains(word) ||
      (is.open && !adjectives.empty() && (adjective_endings.match(word) || is_compound(word)));
  is.nominal =
      is.open && !verb_forms.empty() && !verb_forms.contains(word) && !verb_endings.match(word);
  return is;
}

}  // namespace cmos
