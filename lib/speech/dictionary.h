// Pronunciation dictionaries of CMU Sphinx: one line a pronunciation, "word PH PH", further ones of
// the same word as "word(2) PH PH", "word(3) ..."; blank lines and lines that start with ";;" or
// "##" are comments.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "speech/phones.h"

namespace cmos {

// An index over the text of a dictionary, which it does not own. Lines may come in any order;
// files that are sorted bytewise but for few lines (as CMUdict is) are indexed without sorting.
// Reading from several threads is safe.
class Dictionary {
 public:
  // The lines are found and ordered, but only some of them are read here, so that a dictionary of
  // 134,723 lines costs 2 ms: one of every 256 and the last. If one of those has no phones, or one
  // that is not among `phones` (say, because the dictionary is another model's), the error
  // "dictionary-invalid" tells the line. Text of 4 GiB or more is an error, too.
  static Result<Dictionary> parse(std::string_view text, PhoneSet phones);

  // All pronunciations of a word that is spelled as the file has it (UTF-8, usually lower case), in
  // the order of their numbers, at most 20. Lines that are wrong are left out.
  std::vector<Phones> find(std::string_view word) const;

  // Whether a line has this word, right or wrong.
  bool contains(std::string_view word) const;

  const PhoneSet& phones() const { return phones_; }

 private:
  Dictionary(std::string_view text, PhoneSet phones);

  void index_lines();
  void merge(const std::vector<std::uint32_t>& strays);
  Result<void> check_some_lines() const;
  std::string_view line_at(std::uint32_t offset) const;
  std::string_view word_at(std::uint32_t offset) const;
  std::vector<std::uint32_t>::const_iterator first_line_of(std::string_view word) const;
  void append_lines_of(std::string_view word, std::vector<Phones>& found) const;

  std::string_view text_;
  PhoneSet phones_;
  std::vector<std::uint32_t> lines_;  // Offsets of all entries' lines in the order of their bytes.
};

}  // namespace cmos
