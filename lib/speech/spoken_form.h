// The ways to say something, as plain words, and how they combine.
#pragma once

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
using SpokenForm = std::vector<std::string>;

// The item that is a pause.
inline constexpr std::string_view kPauseItem = "...";

// Alternatives, the most likely first.
using SpokenForms = std::vector<SpokenForm>;

// More alternatives than this do not help an aligner; combinations stop here.
inline constexpr std::size_t kMaxSpokenForms = 16;

// "five point two" -> its items; "" -> nothing is said.
SpokenForm spoken(std::string_view items);

// Alternatives between bars: "point|dot|" is a point, a dot, or nothing.
SpokenForms spoken_ways(std::string_view ways);

// A line of a table of fixed spellings.
struct Spelling {
  std::string_view written;
  std::string_view ways;  // As for spoken_ways().
};

std::optional<SpokenForms> find_spelling(std::span<const Spelling> table, std::string_view written);

// Adds an alternative, the least likely so far, unless it is there already.
void add_way(SpokenForms& ways, SpokenForm way);
void add_ways(SpokenForms& ways, const SpokenForms& more);

// Everything of `first` followed by everything of `second`, the likely with the likely first, at
// most kMaxSpokenForms. With no alternative on one side there is none.
SpokenForms joined(const SpokenForms& first, const SpokenForms& second);

// The `count` most likely.
SpokenForms likeliest(SpokenForms ways, std::size_t count);

}  // namespace cmos
