// Words of other languages among a text's own.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmos {

// Words [begin, end) of a phrase that may be in another language (BCP 47) than the text.
struct ForeignPassage {
  std::size_t begin;
  std::size_t end;
  std::string_view language;
};

// Finds them in a text of one language. Remembers the words it has seen. One thread at a time.
class ForeignPassages {
 public:
  explicit ForeignPassages(std::string language);
  ~ForeignPassages();

  // Of shown words that no pause parts (UTF-8):
  // - the passage in which most function words are another language's and not the text's, two
  //   different ones at least, with the words around it up to the text's own function words;
  // - each word with letters that are not of the text's alphabet (Unicode CLDR, main exemplar
  //   characters), in at most three languages that have them all, those with the fewest letters
  //   first.
  // Only languages with data of their own are told (language.h).
  std::vector<ForeignPassage> find(std::span<const std::string_view> phrase);

 private:
  class Content;

  std::unique_ptr<Content> content_;
};

}  // namespace cmos
