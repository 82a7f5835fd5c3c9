// A style as a user asks for it: by name, with single numbers of it changed.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "cmos/error.h"
#include "cmos/export.h"
#include "cmos/style.h"

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
CMOS_API std::span<const StyleNumber> style_numbers();

struct StyleChange {
  const StyleNumber* number;  // One of style_numbers().
  int value;                  // Within its limits.
};

struct StyleChoice {
  const Style* style = nullptr;      // One of kStyles. Null: not said.
  std::vector<StyleChange> changes;  // Of one number the last one counts.
};

// What `asked` says wins over what `configured` says, the name and each number for itself.
CMOS_API StyleChoice merged(StyleChoice configured, const StyleChoice& asked);

// netflix where no style is named. Whatever the style, Chinese, Japanese and Korean (BCP 47) have
// lines and a speed of their own unless numbers are asked for. Rule "style-contradiction" where two
// numbers contradict each other.
CMOS_API Result<Style> choose_style(const StyleChoice& choice, std::string_view language = "en");

// Where a line says who speaks, for players that show no voices: "Name: " in front of a turn's
// first line, of every cue's, or nowhere.
enum class SpeakerLabels { none, change, always };

// As options and configuration name them.
inline constexpr std::array<std::pair<std::string_view, SpeakerLabels>, 3> kSpeakerLabelNames{{
    {"change", SpeakerLabels::change},
    {"always", SpeakerLabels::always},
    {"none", SpeakerLabels::none},
}};

// What captions do with words that the sound does not have (WordTiming::is_spoken).
enum class Unspoken {
  hide,
  show,  // Where the speech around them leaves as much time as they take to be read.
};

// As options and configuration name them.
inline constexpr std::array<std::pair<std::string_view, Unspoken>, 2> kUnspokenNames{{
    {"hide", Unspoken::hide},
    {"show", Unspoken::show},
}};

}  // namespace cmos
