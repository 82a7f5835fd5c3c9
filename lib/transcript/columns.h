// What the columns of tables are called.
#pragma once

#include <optional>
#include <string_view>

namespace cmos::transcript {

enum class Column { start, end, text, speaker };

// By its title, whatever the case of ASCII's letters: "Start", "Speaker name".
std::optional<Column> column_named(std::string_view title);

}  // namespace cmos::transcript
