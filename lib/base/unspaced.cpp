#include "base/unspaced.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "base/text_breaks.h"
#include "base/unicode.h"

namespace cmos {

namespace {

// No script that is written without spaces begins below: Thai is the first.
constexpr char32_t kFirstUnspaced = 0x0E00;

bool is_wide_mark(UChar32 c) {
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return u_ispunct(c) != 0 && (width == U_EA_WIDE || width == U_EA_FULLWIDTH);
}

bool is_unspaced(char32_t c) {
  if (c < kFirstUnspaced) return false;
  const auto code_point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code_point, UCHAR_EXTENDED_PICTOGRAPHIC) != 0) return false;
  switch (u_getIntPropertyValue(code_point, UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_COMPLEX_CONTEXT:
      return true;
    default:
      return is_wide_mark(code_point);
  }
}

bool has_unspaced(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_unspaced(next_code_point(text, at))) return true;
  }
  return false;
}

using MakeIterator = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

std::unique_ptr<icu::BreakIterator> make_iterator(MakeIterator make) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> result(make(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no break rules");
  return result;
}

}  // namespace

std::vector<std::size_t> unspaced_word_breaks(std::string_view text) {
  std::vector<std::size_t> result;
  if (!has_unspaced(text)) return result;
  thread_local const auto words = make_iterator(icu::BreakIterator::createWordInstance);
  thread_local const auto lines = make_iterator(icu::BreakIterator::createLineInstance);
  std::ranges::set_intersection(text_breaks(*words, text), text_breaks(*lines, text),
                                std::back_inserter(result));
  result.pop_back();  // The text's end.
  std::erase_if(result, [&](std::size_t at) { return !is_between_unspaced_letters(text, at); });
  return result;
}

bool is_between_unspaced_letters(std::string_view text, std::size_t at) {
  auto next = at;
  return is_unspaced(code_point_before(text, at)) || is_unspaced(next_code_point(text, next));
}

}  // namespace cmos
