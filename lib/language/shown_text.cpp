#include "language/shown_text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "base/ascii.h"

namespace cmos {

namespace {

using icu::UnicodeString;

UnicodeString from_utf8(std::string_view text) {
  return UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(const UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

UnicodeString normalised(const icu::Normalizer2* (*form)(UErrorCode&), const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = form(status)->normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  return result;
}

template <typename Keep>
UnicodeString filtered(const UnicodeString& text, Keep keep) {
  UnicodeString result;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (const auto c = text.char32At(i); keep(c)) result.append(c);
  }
  return result;
}

// Trade marks, which NFKC would turn into letters; and what is not seen: soft hyphens, joiners,
// variation selectors.
bool is_spoken(UChar32 c) {
  const bool is_trade_mark = c == 0x2122 || c == 0x2120 || c == 0xAE || c == 0xA9;
  return !is_trade_mark && u_charType(c) != U_FORMAT_CHAR &&
         !u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
}

void append_plain(UChar32 c, UnicodeString& text) {
  const bool is_kept_symbol = c == 0xB0 || c == 0xA3 || c == 0xA5 || c == 0x20AC;
  if (c == 0x2014 || c == 0x2015) {
    text.append(u"--", 2);
  } else if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0x2032) {
    text.append(u'\'');
  } else if (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212) {
    text.append(u'-');
  } else if (c == 0x2044) {  // Of "½".
    text.append(u'/');
  } else if (c == 0xD7) {
    text.append(u'x');
  } else if (const auto digit = u_charDigitValue(c); digit >= 0) {
    text.append(static_cast<UChar32>(u'0' + digit));
  } else if (c < 0x80 || is_kept_symbol || u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
    text.append(c);
  } else {
    text.append(u' ');
  }
}

UnicodeString romanised(UnicodeString text) {
  static const auto transliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> result(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no transliteration rules");
    return result;
  }();
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  transliterator->transliterate(text);
  return text;
}

}  // namespace

std::string plain_text(std::string_view shown) {
  if (is_all_ascii(shown)) return std::string(shown);
  const auto text =
      normalised(icu::Normalizer2::getNFKCInstance, filtered(from_utf8(shown), is_spoken));
  UnicodeString plain;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    append_plain(text.char32At(i), plain);
  }
  return to_utf8(plain);
}

std::string lower_case(std::string_view text) {
  if (!is_all_ascii(text)) return to_utf8(from_utf8(text).toLower(icu::Locale::getRoot()));
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::string to_latin_letters(std::string_view word) {
  // Taking accents off is cheap; loading the rules of other scripts takes 20 ms, once.
  const auto bare = filtered(normalised(icu::Normalizer2::getNFDInstance, from_utf8(word)),
                             [](UChar32 c) { return u_charType(c) != U_NON_SPACING_MARK; });
  auto text = lower_case(to_utf8(bare));
  if (!is_all_ascii(text)) text = to_utf8(romanised(from_utf8(word)));
  std::erase_if(text, [](char c) { return !is_lower(c) && c != '\''; });
  return text;
}

bool ends_in_bare_consonant(std::string_view word) {
  const auto text = from_utf8(word);
  std::int32_t i = text.length();
  while (i > 0) {
    i = text.moveIndex32(i, -1);
    const auto kind = u_getIntPropertyValue(text.char32At(i), UCHAR_INDIC_SYLLABIC_CATEGORY);
    if (kind != U_INSC_OTHER && kind != U_INSC_NUKTA) return kind == U_INSC_CONSONANT;
    if (u_isalpha(text.char32At(i))) return false;
  }
  return false;
}

}  // namespace cmos
