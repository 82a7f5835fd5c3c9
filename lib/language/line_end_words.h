// The words of a language that decide where a line may end.
#pragma once

#include <string_view>

#include "language/word_list.h"

namespace cmos {

// What a word may be; a word can be several of these ("that", "for", "her").
struct WordClasses {
  bool article = false;
  bool determiner = false;  // "my", "this", "every", "Gabor's"
  bool quantifier = false;  // A determiner that may stand alone: "some of it". Pronouns may, too.
  bool leading = false;     // An adverb that belongs to what follows: "really", "very", "just".
  bool degree = false;      // One of how much: "very", "most".
  bool incomplete = false;  // Makes sense only with what follows: "get", "last", "other".
  bool focusing = false;    // Belongs even to a conjunction or preposition: "even if".
  bool preposition = false;
  bool opens_phrase = false;  // A preposition before which a line ends well: not "of".
  bool particle = false;      // What verbs take along: "up", "away".
  bool adverbial = false;     // A preposition that they may take along: "let him in at noon".
  bool conjunction = false;
  bool joins = false;      // A conjunction that begins something new: "and", "because".
  bool relative = false;   // A conjunction that goes on with what was begun: "that", "who", "how".
  bool auxiliary = false;  // "be", "have", "do", modals, "not", and what they contract to.
  bool full_verb = false;  // An auxiliary that may be the verb itself: "we have a house".
  bool existential = false;   // Behind it such a one is: "there are people".
  bool subject = false;       // A pronoun that is a subject only: "he".
  bool pronoun = false;       // One that may be a subject: "you", "it".
  bool object = false;        // One that never is: "him", "myself".
  bool number = false;        // "twenty"
  bool takes_number = false;  // "version", "episode": a number belongs to it.
  bool takes_of = false;      // "sort", "lot": an "of" belongs to it.
  bool hedge = false;         // One that with its "of" may be an adverb: "it kind of works".
  bool of = false;
  bool takes_than = false;  // "rather", "more": a "than" belongs to it.
  bool than = false;
  bool takes_to = false;  // "going", "able": a "to" belongs to it.
  bool to = false;
  bool paired = false;        // One half of a fixed pair: "more or less", "here and there".
  bool title = false;         // "mr"
  bool abbreviation = false;  // "e.g": the full stop behind it ends no sentence.
  bool open = false;          // None of these: a noun, a verb, an adjective. In a language without
                              // words nothing is.
  bool present_participle = false;  // An open word that may be one: "using".
  bool past_participle = false;     // Or this: "required".
  bool adjective = false;           // "important", "on-chain", and of other classes "better".
  bool nominal = false;             // Without the form of a finite verb: not "works", "went".

  friend bool operator==(const WordClasses&, const WordClasses&) = default;
};

// One list a class. Examples of all stand in english_words.cpp.
struct LineEndWords {
  WordList articles{};
  WordList determiners{};
  Endings determiner_endings{};  // But for auxiliaries.
  WordList quantifiers{};
  WordList leading{};
  Endings leading_endings{};
  WordList degrees{};
  WordList incomplete{};
  WordList focusing{};
  WordList prepositions{};
  WordList particles{};
  WordList adverbials{};
  WordList clinging_prepositions{};  // Those that belong to the word before: "a lot of".
  WordList conjunctions{};
  WordList joining{};
  WordList relatives{};  // Are conjunctions, too.
  WordList auxiliaries{};
  Endings auxiliary_endings{};
  WordList full_verbs{};
  WordList existentials{};
  WordList subjects{};
  WordList pronouns{};
  WordList objects{};
  WordList numerals{};
  WordList takes_number{};
  WordList takes_of{};
  WordList hedges{};
  WordList of{};
  WordList takes_than{};
  WordList than{};
  WordList takes_to{};
  WordList to{};
  WordList paired{};
  WordList titles{};
  WordList abbreviations{};
  Endings present_participles{};
  Endings past_participles{};
  WordList adjectives{};
  Endings adjective_endings{};
  WordList verb_forms{};
  Endings verb_endings{};

  // Whether nothing is known of the language's words.
  bool empty() const { return conjunctions.empty(); }

  // `word` is a normalised_word().
  WordClasses classes_of(std::string_view word) const;
};

}  // namespace cmos
