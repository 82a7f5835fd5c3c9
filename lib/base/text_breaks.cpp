#include "base/text_breaks.h"

#include <unicode/utext.h>

#include <stdexcept>

namespace cmos {

std::vector<std::size_t> text_breaks(icu::BreakIterator& iterator, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator.setText(&view, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read UTF-8");
  std::vector<std::size_t> result;
  for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    result.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&view);
  return result;
}

}  // namespace cmos
