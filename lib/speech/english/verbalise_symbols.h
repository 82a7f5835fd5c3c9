// How the symbols between and around words and numbers are said.
#pragma once

#include <string_view>

#include "speech/verbalisation.h"

namespace cmos {

// What stands on one side of a run of symbols.
enum class Beside { nothing, number, letter, word };

struct SymbolContext {
  Beside before = Beside::nothing;
  Beside after = Beside::nothing;
  bool in_address = false;  // Of the web, where every symbol is said more often.
};

// The symbols are ASCII. At least one form, which may say nothing.
Verbalisations verbalise_symbols(std::string_view symbols, const SymbolContext& context);

}  // namespace cmos
