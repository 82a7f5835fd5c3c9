#include "speech/english/number_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "language/english_years.h"

namespace cmos {

namespace {

constexpr std::size_t kMaxDigits = 15;  // Below a quadrillion.

constexpr std::array<std::string_view, 20> kBelowTwenty = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 4> kThousands = {"thousand", "million", "billion",
                                                        "trillion"};

std::uint64_t value_of(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

void append_below_hundred(std::uint64_t value, Verbalisation& form) {
  if (value < kBelowTwenty.size()) {
    form.emplace_back(kBelowTwenty.at(value));
    return;
  }
  form.emplace_back(kTens.at(value / 10));
  if (value % 10 != 0) form.emplace_back(kBelowTwenty.at(value % 10));
}

enum class And { left_out, said };

// 1 to 999.
void append_below_thousand(std::uint64_t value, And conjunction, Verbalisation& form) {
  const auto rest = value % 100;
  if (value >= 100) {
    form.emplace_back(kBelowTwenty.at(value / 100));
    form.emplace_back("hundred");
    if (rest == 0) return;
    if (conjunction == And::said) form.emplace_back("and");
  }
  append_below_hundred(rest, form);
}

Verbalisation cardinal(std::uint64_t value, And conjunction) {
  if (value == 0) return {"zero"};
  Verbalisation form;
  std::uint64_t unit = 1'000'000'000'000;
  for (std::size_t i = kThousands.size(); i > 0; --i, unit /= 1000) {
    const auto group = value / unit % 1000;
    if (group == 0) continue;
    append_below_thousand(group, conjunction, form);
    form.emplace_back(kThousands.at(i - 1));
  }
  const auto rest = value % 1000;
  if (rest == 0) return form;
  if (!form.empty() && rest < 100 && conjunction == And::said) form.emplace_back("and");
  append_below_thousand(rest, conjunction, form);
  return form;
}

Verbalisations cardinals(std::string_view digits) {
  Verbalisations forms;
  const auto value = value_of(digits);
  add_way(forms, cardinal(value, And::left_out));
  auto with_and = cardinal(value, And::said);
  add_way(forms, with_and);
  if (value >= 100 && with_and.front() == "one") {
    with_and.front() = 'a';
    add_way(forms, std::move(with_and));
  }
  return forms;
}

// "nineteen ninety", "nineteen hundred", "three sixty": the last two digits on their own. Nothing
// for multiples of a thousand.
Verbalisations in_pairs(std::string_view digits) {
  if (digits.size() < 3 || digits.size() > 4 || value_of(digits) % 1000 == 0) return {};
  const auto last = digits.substr(digits.size() - 2);
  Verbalisation first;
  append_below_hundred(value_of(digits.substr(0, digits.size() - 2)), first);
  return joined({first}, last == "00" ? parse_verbalisations("hundred") : two_digits(last));
}

// "eleven hundred (and) fifty".
Verbalisations in_hundreds(std::string_view digits) {
  if (digits.size() != 4 || digits[1] == '0' || digits.ends_with("00")) return {};
  Verbalisation first;
  append_below_hundred(value_of(digits.substr(0, 2)), first);
  Verbalisation rest;
  append_below_hundred(value_of(digits.substr(2)), rest);
  return joined(joined({first}, parse_verbalisations("hundred|hundred and")), {rest});
}

std::string ordinal_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kIrregular = {
      {{"one", "first"},
       {"two", "second"},
       {"three", "third"},
       {"five", "fifth"},
       {"eight", "eighth"},
       {"nine", "ninth"},
       {"twelve", "twelfth"}}};
  for (const auto& [from, to] : kIrregular) {
    if (word == from) return std::string(to);
  }
  if (word.ends_with('y')) return std::string(word.substr(0, word.size() - 1)) + "ieth";
  return std::string(word) + "th";
}

}  // namespace

Verbalisations whole_number(std::string_view digits) {
  if (digits == "0") return parse_verbalisations("zero|oh");
  if (digits.size() == 2 && digits.front() == '0') return two_digits(digits);
  if (digits.size() > kMaxDigits || digits.front() == '0') return digit_by_digit(digits);
  const bool year = digits.size() == 4 && is_english_year(value_of(digits));
  Verbalisations forms;
  if (year) add_ways(forms, likeliest(in_pairs(digits), 1));
  add_ways(forms, cardinals(digits));
  add_ways(forms, likeliest(in_pairs(digits), 2));
  add_ways(forms, in_hundreds(digits));
  if (digits.size() > 2) add_ways(forms, digit_by_digit(digits));
  return forms;
}

Verbalisations digit_by_digit(std::string_view digits) {
  Verbalisations forms;
  for (const std::string_view zero : {"oh", "zero"}) {
    Verbalisation form;
    for (const char c : digits) {
      form.emplace_back(c == '0' ? zero : kBelowTwenty.at(static_cast<std::size_t>(c - '0')));
    }
    add_way(forms, std::move(form));
  }
  return forms;
}

Verbalisations two_digits(std::string_view digits) {
  auto forms = digits.front() == '0' ? digit_by_digit(digits) : Verbalisations();
  add_way(forms, cardinal(value_of(digits), And::left_out));
  return forms;
}

Verbalisations ordinal(std::string_view digits) {
  if (digits.size() > kMaxDigits) return {};
  auto forms = cardinals(digits);
  for (auto& form : forms) form.back() = ordinal_of(form.back());
  return forms;
}

Verbalisations decade(std::string_view digits) {
  if (digits.size() > 4 || !digits.ends_with('0') || digits == "0") return {};
  auto forms = likeliest(in_pairs(digits), 1);
  if (forms.empty()) forms = likeliest(cardinals(digits), 1);
  return joined(forms, parse_verbalisations("'s"));
}

}  // namespace cmos
