// What a terminal can show.
#pragma once

#include <cstddef>
#include <optional>

namespace cmos {

// Of one that does not say how wide it is, and of what is no terminal.
inline constexpr std::size_t kUsualColumns = 80;

// Columns of the terminal at the descriptor; nothing if there is none.
std::optional<std::size_t> terminal_columns(int descriptor);

// Whether escape sequences do there what they are for: on a terminal whose TERM is neither "dumb"
// nor missing.
bool takes_escapes(int descriptor);

}  // namespace cmos
