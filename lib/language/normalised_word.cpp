#include "language/normalised_word.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "language/shown_text.h"

namespace cmos {

std::string normalised_word(std::string_view word) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  std::int32_t begin = text.length();
  std::int32_t end = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (!u_isalnum(text.char32At(i))) continue;
    begin = std::min(begin, i);
    end = text.moveIndex32(i, 1);
  }
  if (begin >= end) return "";
  icu::UnicodeString core(text, begin, end - begin);
  core.foldCase().findAndReplace(u"\u2019", u"'");
  std::string result;
  core.toUTF8String(result);
  return result;
}

std::string_view without_marks(std::string_view plain) {
  const auto end = plain.find_last_not_of("\"')]}>*_.,;:!? ") + 1;  // 0 if there is nothing else.
  plain = plain.substr(0, end);
  return plain.substr(std::min(plain.find_first_not_of("\"'([{<*_ "), plain.size()));
}

std::string dictionary_key(std::string_view word) {
  return lower_case(without_marks(plain_text(word.substr(0, kLongestShownWord))));
}

}  // namespace cmos
