#include "language/english_sounds.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "base/ascii.h"
#include "language/english_spelling.h"
#include "language/english_years.h"

namespace cmos {

namespace {

// Of the words of the nine real pages as the CMU dictionary pronounces them: 2.5.
constexpr double kSoundsPerSyllable = 2.5;

bool is_alphanumeric(char c) {
  return is_ascii_letter(c) || is_digit(c);
}
std::string to_lower(std::string_view capitals) {
  std::string result(capitals);
  std::ranges::transform(result, result.begin(), [](char c) { return cmos::to_lower(c); });
  return result;
}

// Han and kana, with few exceptions.
bool is_syllable(UChar32 c) {
  const auto script = u_getIntPropertyValue(c, UCHAR_SCRIPT);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

// The word in ASCII ("naïve" without its dots, a typographic apostrophe as '), and the sounds of
// the letters that ASCII has no likeness for.
struct PlainWord {
  std::string ascii;
  double other_sounds = 0;
};

icu::UnicodeString decompose(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no compatibility decomposition");
  return normalizer->normalize(
      icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())}), status);
}

PlainWord to_plain(std::string_view word) {
  constexpr UChar32 kTypographicApostrophe = 0x2019;
  PlainWord plain;
  const auto text = decompose(word);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (c < 0x80) {
      plain.ascii += static_cast<char>(c);
    } else if (c == kTypographicApostrophe) {
      plain.ascii += '\'';
    } else if (const auto digit = u_charDigitValue(c); digit >= 0) {
      plain.ascii += static_cast<char>('0' + digit);
    } else if (u_isalpha(c) != 0) {
      plain.other_sounds += is_syllable(c) ? kSoundsPerSyllable : 1;
    }
  }
  return plain;
}

// Syllables of a number below 100; of 0 none, as in "two hundred".
int count_small_number(int number) {
  static constexpr std::array<int, 20> kSyllables{0, 1, 1, 1, 1, 1, 1, 2, 1, 1,
                                                  1, 3, 1, 2, 2, 2, 2, 3, 2, 2};
  if (number < 20) return kSyllables[static_cast<std::size_t>(number)];
  return (number / 10 == 7 ? 3 : 2) + kSyllables[static_cast<std::size_t>(number % 10)];
}

int count_digits(std::string_view digits) {
  int count = 0;
  for (const char c : digits) count += c == '0' || c == '7' ? 2 : 1;
  return count;
}

// Syllables of a whole number: years in pairs ("twenty sixteen"), what begins with 0 and what is
// longer than hundreds of millions digit by digit.
int count_number(std::string_view digits) {
  if (digits.size() > 9 || digits[0] == '0') return count_digits(digits);
  const int number = std::stoi(std::string(digits));
  if (is_english_year(static_cast<std::uint64_t>(number))) {
    const int ones = number % 100;
    const int link = ones == 0 ? 2 : ones < 10 ? 1 : 0;  // "hundred", "oh"
    return count_small_number(number / 100) + count_small_number(ones) + link;
  }
  int count = 0;
  for (int rest = number; rest > 0; rest /= 1000) {
    const int hundreds = rest % 1000 / 100;
    count += count_small_number(rest % 100);
    if (hundreds > 0) count += count_small_number(hundreds) + 2;
    if (rest >= 1000) count += 2;  // "thousand", "million"
  }
  return count;
}

// Reads a word piece by piece: numbers, acronyms, words within words, signs.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  double count() {
    double count = 0;
    while (position_ < text_.size()) {
      if (is_digit(text_[position_])) {
        count += kSoundsPerSyllable * read_number();
      } else if (is_alphanumeric(text_[position_])) {
        count += read_letters();
      } else {
        count += kSoundsPerSyllable * read_sign();
      }
    }
    return count;
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : ' '; }

  template <typename Predicate>
  std::string_view take_while(Predicate predicate) {
    const auto begin = position_;
    while (position_ < text_.size() && predicate(text_[position_])) ++position_;
    return text_.substr(begin, position_ - begin);
  }

  // "10,000", "5.24", "1.2.3", "20th", "1990s".
  int read_number() {
    std::string digits{take_while(is_digit)};
    while (at(position_) == ',' && is_digit(at(position_ + 1))) {
      ++position_;
      digits += take_while(is_digit);
    }
    int count = count_number(digits);
    while (at(position_) == '.' && is_digit(at(position_ + 1))) {
      ++position_;
      const auto part = take_while(is_digit);
      count += 1 + (part.size() <= 2 ? count_number(part) : count_digits(part));
    }
    const auto ending = take_while(is_lower);
    for (const std::string_view silent : {"", "st", "nd", "rd", "th", "s"}) {
      if (ending == silent) return count;
    }
    position_ -= ending.size();
    return count;
  }

  // "HTML" is spelled, "NASA" said; "APIs" is API and an s; "GitHub" is two words.
  int read_letters() {
    const auto capitals = take_while(is_upper);
    if (capitals.size() < 2) {
      return count_word_sounds(to_lower(capitals) + std::string(take_while([](char c) {
                                 return is_lower(c) || c == '\'';
                               })));
    }
    if (at(position_) == 's' && !is_alphanumeric(at(position_ + 1))) {
      ++position_;
      return count_capitals(capitals) + 1;
    }
    if (!is_lower(at(position_))) return count_capitals(capitals);
    --position_;
    return count_capitals(capitals.substr(0, capitals.size() - 1));
  }

  // Of three letters those like "ROM" are said, of more those with a vowel.
  static int count_capitals(std::string_view capitals) {
    const auto word = to_lower(capitals);
    const auto is_vowel = [](char c) {
      return std::string_view("aeiou").find(c) != std::string::npos;
    };
    const auto vowels = std::count_if(word.begin(), word.end(), is_vowel);
    const bool is_said =
        word.size() == 3 ? vowels == 1 && is_vowel(word[1]) : word.size() > 3 && vowels > 0;
    return is_said ? count_word_sounds(word) : count_letter_names(word);
  }

  // Syllables.
  int read_sign() {
    const auto i = position_++;
    switch (text_[i]) {
      case '+':
      case '#':
      case '&':
      case '@':
        return 1;
      case '%':
      case '=':
      case '$':
        return 2;
      case '.':
        return is_said_dot(i) ? 1 : 0;
      default:
        return 0;
    }
  }

  // In "perl.org" and ".NET", but neither in "e.g." nor in "...and".
  bool is_said_dot(std::size_t i) const {
    if (!is_alphanumeric(at(i + 1)) || (i > 0 && text_[i - 1] == '.')) return false;
    const bool is_behind_initial =
        i > 0 && is_alphanumeric(text_[i - 1]) && (i == 1 || !is_alphanumeric(text_[i - 2]));
    return !is_behind_initial || is_alphanumeric(at(i + 2));
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace

double count_english_sounds(std::string_view word) {
  const auto plain = to_plain(word);
  std::string_view text = plain.ascii;
  if (const auto scheme = text.find("://"); scheme != std::string_view::npos) {
    text.remove_prefix(scheme + 3);  // Nobody says it.
  }
  return plain.other_sounds + Reader(text).count();
}

}  // namespace cmos
