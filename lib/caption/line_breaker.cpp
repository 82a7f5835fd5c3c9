#include "caption/line_breaker.h"

#include <unicode/uchar.h>

#include <cstdint>
#include <stdexcept>

#include "base/text_breaks.h"
#include "base/unicode.h"

namespace cmos {

namespace {

bool is_mark(char32_t c, std::int8_t category) {
  return u_charType(static_cast<UChar32>(c)) == category;
}

// French quotation marks stand between blanks: "« oui »". UAX #14, revision 51 (Unicode 15.1),
// rules LB15a and LB15b, which Debian 12's ICU does not have yet.
bool tears_spaced_quotation(std::string_view text, std::size_t at) {
  if (at == 0 || at == text.size() || text[at - 1] != ' ') return false;
  const auto end = text.find_last_not_of(' ', at - 1);
  if (end != std::string_view::npos &&
      is_mark(code_point_before(text, end + 1), U_INITIAL_PUNCTUATION)) {
    return true;
  }
  auto behind = at;
  if (!is_mark(next_code_point(text, behind), U_FINAL_PUNCTUATION)) return false;
  auto next = behind;
  return behind == text.size() || !u_isalnum(static_cast<UChar32>(next_code_point(text, next)));
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
  auto result = text_breaks(*iterator_, text);
  std::erase_if(result, [text](std::size_t at) { return tears_spaced_quotation(text, at); });
  return result;
}

}  // namespace cmos
