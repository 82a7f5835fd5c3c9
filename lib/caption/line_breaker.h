// Where Unicode lets a line end (UAX #14), in any script.
#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cmos {

// One thread at a time.
class LineBreaker {
 public:
  // `language` is a BCP 47 tag; what ICU does not know gets the rules for any language.
  explicit LineBreaker(const std::string& language);

  // Byte offsets behind which a line may end, in order; the text's end is the last one. The text is
  // valid UTF-8.
  std::vector<std::size_t> breaks(std::string_view text) const;

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

}  // namespace cmos
