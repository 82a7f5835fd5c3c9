// A style as a user asks for it: by name, with single numbers of it changed.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "caption/style.h"

namespace cmos {

// A number of a style that can be changed. Times are in milliseconds.
struct StyleNumber {
  std::string_view name;  // As the configuration has it: "smallest_gap".
  std::string_view help;
  int smallest;
  int largest;
  void (*set)(Style& style, int value);
};

// All of them, in the order of docs/captions.md.
std::span<const StyleNumber> style_numbers();

struct StyleChange {
  const StyleNumber* number;  // One of style_numbers().
  int value;                  // Within its limits.
};

struct StyleChoice {
  const Style* style = nullptr;      // One of kStyles. Null: not said.
  std::vector<StyleChange> changes;  // Of one number the last one counts.
};

// What `asked` says wins over what `configured` says, the name and each number for itself.
StyleChoice merged(StyleChoice configured, const StyleChoice& asked);

// netflix where no style is named. Rule "style-contradiction" where two numbers contradict each
// other.
Result<Style> choose_style(const StyleChoice& choice);

}  // namespace cmos
