// The ways to say something, as plain words, and how they combine.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmos {

// What is said, one item after the other:
//   "script"  a word in lower case, as a dictionary has it
//   "j."      the name of a letter
//   "'s"      an ending of the item before: 's 'd 'll 've 're 'm n't
//   "..."     a pause
// Without items: nothing is said.
using Verbalisation = std::vector<std::string>;

// The item that is a pause.
inline constexpr std::string_view kPauseItem = "...";

// Alternatives, the most likely first.
using Verbalisations = std::vector<Verbalisation>;

// Whether a word, in lower case, has a known pronunciation.
using IsKnown = std::function<bool(std::string_view)>;

// More alternatives than this do not help an aligner; combinations stop here.
inline constexpr std::size_t kMaxVerbalisations = 16;

// "five point two" -> its items; "" -> nothing is said.
Verbalisation parse_verbalisation(std::string_view items);

// Alternatives between bars: "point|dot|" is a point, a dot, or nothing.
Verbalisations parse_verbalisations(std::string_view ways);

// A line of a table of fixed spellings.
struct Spelling {
  std::string_view written;
  std::string_view ways;  // As for parse_verbalisations().
};

std::optional<Verbalisations> find_spelling(std::span<const Spelling> table,
                                            std::string_view written);

// Adds an alternative, the least likely so far, unless it is there already.
void add_way(Verbalisations& ways, Verbalisation way);
void add_ways(Verbalisations& ways, const Verbalisations& more);

// Everything of `first` followed by everything of `second`, the likely with the likely first, at
// most kMaxVerbalisations. With no alternative on one side there is none.
Verbalisations joined(const Verbalisations& first, const Verbalisations& second);

// The `count` most likely.
Verbalisations likeliest(Verbalisations ways, std::size_t count);

}  // namespace cmos
