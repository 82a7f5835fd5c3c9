#include "caption/line_breaker.h"

#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <stdexcept>

#include "base/unicode.h"

namespace cmos {

namespace {

bool is_unspaced_letter(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code_point, UCHAR_EXTENDED_PICTOGRAPHIC) != 0) return false;
  switch (u_getIntPropertyValue(code_point, UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_COMPLEX_CONTEXT:
      return true;
    default:
      return false;
  }
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return next_code_point(text, at);
}

}  // namespace

LineBreaker::LineBreaker(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(language, status);
  if (U_FAILURE(status) || locale.isBogus()) status = U_ZERO_ERROR;
  iterator_.reset(icu::BreakIterator::createLineInstance(
      locale.isBogus() ? icu::Locale::getRoot() : locale, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no line break rules");
}

std::vector<std::size_t> LineBreaker::breaks(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator_->setText(&view, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read UTF-8");
  std::vector<std::size_t> result;
  for (auto at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
    result.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&view);
  return result;
}

bool LineBreaker::is_between_unspaced_letters(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  auto next = at;
  return is_unspaced_letter(code_point_before(text, at)) ||
         is_unspaced_letter(next_code_point(text, next));
}

}  // namespace cmos
