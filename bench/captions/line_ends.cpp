// bench_line_ends [TAG] < SENTENCES: what the captions know of each place where a line may end, for
// learn_line_ends. A line of the input is a sentence of words between white space, with <eol> where
// a line and <eob> where a cue ends. A line of the output is a word: the word, its width, "eol",
// "eob" or "-", the kind of line end, and the traits with a tab before each; an empty line ends a
// sentence. TAG is the language (BCP 47); not given: none in particular.
#include <algorithm>
#include <cstddef>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "caption/costs.h"
#include "caption/line_end.h"
#include "caption/line_end_traits.h"
#include "cmos/graphemes.h"
#include "language/language.h"
#include "language/word_shape.h"

namespace {

struct Word {
  std::string text;
  std::string_view mark = "-";
};

std::vector<Word> read_words(const std::string& sentence) {
  std::vector<Word> words;
  std::istringstream stream(sentence);
  for (std::string text; stream >> text;) {
    if (text != "<eol>" && text != "<eob>") {
      words.push_back({text});
    } else if (!words.empty()) {
      words.back().mark = text == "<eol>" ? "eol" : "eob";
    }
  }
  return words;
}

void write_place(const std::vector<cmos::WordShape>& shapes, std::size_t last) {
  if (last + 1 == shapes.size()) return;
  std::cout << '\t' << cmos::cost_of(cmos::classify_line_end(shapes, last)).name;
  const auto traits = cmos::traits_of(shapes, last);
  for (const auto& row : cmos::kTraitCosts) {
    if (traits[static_cast<std::size_t>(row.trait)]) std::cout << '\t' << row.name;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto& language = cmos::find_language(argc > 1 ? argv[1] : "");
  for (std::string sentence; std::getline(std::cin, sentence);) {
    const auto words = read_words(sentence);
    std::vector<cmos::WordShape> shapes;
    std::ranges::transform(words, std::back_inserter(shapes),
                           [&](const Word& word) { return cmos::shape_of(word.text, language); });
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::cout << words[i].text << '\t' << cmos::count_graphemes(words[i].text) << '\t'
                << words[i].mark;
      write_place(shapes, i);
      std::cout << '\n';
    }
    std::cout << '\n';
  }
}
