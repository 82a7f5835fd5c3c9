// The data of each language, one file each. Inside lib/language only: others ask find_language().
#pragma once

#include <span>

#include "language/language.h"

namespace cmos {

extern const Language kEnglish;

// Their lists are the closed classes of the language's grammar, as Universal Dependencies names
// them (DET, ADP, CCONJ, SCONJ, AUX, PRON). Clitics before the verb ("me", "se", "ci") lead on.
extern const Language kCzech;
extern const Language kDutch;
extern const Language kFrench;
extern const Language kGerman;
extern const Language kHungarian;
extern const Language kItalian;
extern const Language kPolish;
extern const Language kPortuguese;
extern const Language kRussian;
extern const Language kSpanish;
extern const Language kSwedish;

// All of these.
std::span<const Language* const> all_languages();

}  // namespace cmos
