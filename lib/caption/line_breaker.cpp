#include "caption/line_breaker.h"

#include <stdexcept>

#include "base/text_breaks.h"

namespace cmos {

LineBreaker::LineBreaker(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(language, status);
  if (U_FAILURE(status) || locale.isBogus()) status = U_ZERO_ERROR;
  iterator_.reset(icu::BreakIterator::createLineInstance(
      locale.isBogus() ? icu::Locale::getRoot() : locale, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no line break rules");
}

std::vector<std::size_t> LineBreaker::breaks(std::string_view text) const {
  return text_breaks(*iterator_, text);
}

}  // namespace cmos
