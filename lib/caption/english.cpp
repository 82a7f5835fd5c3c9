#include "caption/english.h"

#include <algorithm>
#include <array>

namespace cmos {

namespace {

using Words = std::string_view;

// Lists in one string each, words between spaces.
constexpr Words kArticles = " a an the ";
constexpr Words kDeterminers =
    " my your his her its our their this that these those some any every each no another what "
    "which whose both either neither many few several most all ";
constexpr Words kLeadingWords =
    " really very quite just also only even actually probably always never ever still already "
    "simply basically pretty too almost usually often sometimes definitely certainly maybe perhaps "
    "kinda sorta rather completely totally extremely especially mostly more less ";
constexpr Words kIncomplete =
    " get gets got getting become becomes became keep keeps kept seem seems let lets last next "
    "other ";
constexpr Words kFocusing = " even just only especially not ";
constexpr Words kPrepositions =
    " about above across after against along alongside amid among around as at before behind below "
    "beneath beside besides between beyond by concerning despite down during except for from in "
    "inside into like near of off on onto out outside over past per since than through throughout "
    "till to toward towards under underneath unlike until up upon versus via vs with within "
    "without ";
// What verbs take along: "give up", "came back".
constexpr Words kParticles = " up out off down away back along apart ";
// Prepositions that belong to the word before: "a lot of", "more than".
constexpr Words kClingingPrepositions = " of as like per than ";
constexpr Words kConjunctions =
    " and or but nor so yet because although though while whereas if unless until since when "
    "whenever where wherever once plus ";
constexpr Words kJoins = " and or but nor because although though ";
constexpr Words kRelatives = " that which who whom whose what how why whether than as ";
constexpr Words kAuxiliaries =
    " am is are was were be been being have has had having do does did will would shall should can "
    "could may might must ought not cannot gonna wanna gotta ain't let's ";
constexpr Words kSubjects = " i he she we they ";
constexpr Words kPronouns =
    " you it there who this that these those one everybody everyone "
    "somebody someone nobody anybody anyone ";
constexpr Words kObjects =
    " me him them us myself yourself himself herself itself ourselves yourselves themselves ";
constexpr Words kNumerals =
    " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion ";
constexpr Words kTakesNumber =
    " version chapter episode number page step part section figure table line room ";
constexpr Words kTakesOf = " sort sorts kind kinds lot lots bit couple out instead because ahead ";
constexpr Words kTakesTo = " going used able supposed got ";
constexpr Words kPaired = " off on up down in out here there back forth over again more less ";
constexpr Words kTitles = " mr mrs ms dr prof st ";
constexpr Words kAbbreviations = " e.g i.e eg ie vs cf approx ";

bool contains(Words list, std::string_view word) {
  for (auto at = list.find(word); at != Words::npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

bool is_adverb_in_ly(std::string_view word) {
  constexpr Words kOthers =
      " family reply apply supply early july italy assembly monopoly multiply rely imply comply "
      "daily weekly monthly yearly friendly lovely likely ";
  return word.size() > 4 && word.ends_with("ly") && !contains(kOthers, word);
}

bool is_contracted_auxiliary(std::string_view word) {
  constexpr std::array<std::string_view, 5> kEndings = {"n't", "'m", "'re", "'ve", "'ll"};
  constexpr Words kWithS =
      " it's that's he's she's there's what's who's where's how's here's when's ";
  return contains(kWithS, word) || word.ends_with("'d") ||
         std::ranges::any_of(kEndings, [&](auto ending) { return word.ends_with(ending); });
}

}  // namespace

EnglishClasses english_classes(std::string_view word) {
  EnglishClasses is;
  if (word.empty() || word.find(' ') != std::string_view::npos) return is;
  is.auxiliary = contains(kAuxiliaries, word) || is_contracted_auxiliary(word);
  is.article = contains(kArticles, word);
  is.leading = contains(kLeadingWords, word) || is_adverb_in_ly(word);
  is.incomplete = contains(kIncomplete, word);
  is.focusing = contains(kFocusing, word);
  is.determiner = contains(kDeterminers, word) || (word.ends_with("'s") && !is.auxiliary);
  is.preposition = contains(kPrepositions, word);
  is.particle = contains(kParticles, word);
  is.opens_phrase = is.preposition && !is.particle && !contains(kClingingPrepositions, word);
  is.relative = contains(kRelatives, word);
  is.conjunction = is.relative || contains(kConjunctions, word);
  is.joins = contains(kJoins, word);
  is.subject = contains(kSubjects, word);
  is.pronoun = contains(kPronouns, word);
  is.object = contains(kObjects, word);
  is.number = contains(kNumerals, word);
  is.takes_number = contains(kTakesNumber, word);
  is.takes_of = contains(kTakesOf, word);
  is.of = word == "of";
  is.takes_to = contains(kTakesTo, word);
  is.to = word == "to";
  is.paired = contains(kPaired, word);
  is.title = contains(kTitles, word);
  is.abbreviation = contains(kAbbreviations, word);
  return is;
}

}  // namespace cmos
