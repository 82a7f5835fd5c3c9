// Words with a bar where a line ends: "a book | about Perl".
#pragma once

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "language/word_shape.h"

struct WordsAtBar {
  std::vector<cmos::WordShape> words;
  std::size_t last = 0;  // In front of the bar.
};

inline WordsAtBar read_at_bar(const std::string& text, std::string_view language) {
  WordsAtBar result;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    if (word == "|") {
      result.last = result.words.size() - 1;
    } else {
      result.words.push_back(cmos::shape_of(word, cmos::find_language(language)));
    }
  }
  return result;
}
