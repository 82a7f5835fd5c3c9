// The letters of shown words, whatever their script.
#pragma once

#include <string>
#include <string_view>

namespace cmos {

// The word with one character for each thing that is said: NFKC, ASCII apostrophes, quotes, hyphens
// ("--" for an em dash), digits; other symbols than ASCII's, currencies and the degree sign become
// spaces. What is left are ASCII, letters of any script, and "€£¥°". Thread-safe.
std::string plain_text(std::string_view shown);

// Lower case by Unicode's rules for no language in particular. Thread-safe.
std::string lower_case(std::string_view text);

// Spells a word of any script with a-z and apostrophes, other characters left out: "Yorùbá" ->
// "yoruba", "שלום" -> "slwm". Empty for scripts that ICU cannot romanise. Thread-safe.
std::string to_latin_letters(std::string_view word);

// Whether the last letter is a consonant of an Indic script without the sign of a vowel or of none
// (Unicode, Indic_Syllabic_Category), so that it may have its inherent vowel: "मानव". Thread-safe.
bool ends_in_bare_consonant(std::string_view word);

}  // namespace cmos
