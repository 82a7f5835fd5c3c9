// English words that decide where a title begins.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace cmos {

// `words` are cores (core_of).

// How many words at the front say nothing: "okay so", "that's great".
std::size_t leading_fillers(std::span<const std::string> words);

// Whether a question or a request begins here: "how", "do you", "tell me". Inside a sentence fewer
// words do: "the place where I can" asks nothing.
bool opens_question(std::span<const std::string> words, bool inside_sentence);

// Whether a part of a sentence may begin with the word, so that what stands before it can stand
// alone: "that", "and".
bool joins_parts(std::string_view word);

// Whether nothing can end with the word: "the", "of".
bool wants_more(std::string_view word);

// Whether the words try to fix what was said or heard: "sorry".
bool fixes(std::string_view word);

}  // namespace cmos
