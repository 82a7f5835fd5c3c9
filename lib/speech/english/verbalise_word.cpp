#include "speech/english/verbalise_word.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "language/shown_text.h"

namespace cmos {

namespace {

// Abbreviations, and names that are not said as they are spelled.
constexpr auto kSpecialWords = std::to_array<Spelling>({
    {"approx", "approximately|approx"},
    {"asap", "a. s. a. p.|a sap"},
    {"async", "a sync"},
    {"cpan", "see pan"},
    {"dept", "department"},
    {"esp", "especially"},
    {"etc", "et cetera|etcetera"},
    {"ghz", "gig a hertz"},
    {"govt", "government"},
    {"gui", "gooey"},
    {"guis", "gooey 's"},
    {"jpeg", "jay peg"},
    {"json", "jason|jay sonn"},
    {"khz", "kilo hertz"},
    {"kubernetes", "coo bur net ease"},
    {"memcached", "mem cashed|mem cash d."},
    {"mhz", "megahertz"},
    {"mpeg", "m. peg"},
    {"mysql", "my s. q. l.|my sequel"},
    {"nginx", "engine x."},
    {"numpy", "numb pie"},
    {"png", "p. n. g.|ping"},
    {"postgresql", "post gress|post gress q. l."},
    {"prof", "professor|prof"},
    {"pypi", "pie p. i."},
    {"readme", "read me"},
    {"regex", "reg ex|rehg ex"},
    {"scipy", "sigh pie"},
    {"sudo", "sue do|sue dough"},
    {"vs", "versus|v. s."},
    {"wysiwyg", "wizzy wig"},
    {"yaml", "yam l."},
});

constexpr auto kEndings =
    std::to_array<std::string_view>({"n't", "'s", "'d", "'ll", "'ve", "'re", "'m"});

constexpr std::size_t kMaxSpelledLetters = 8;  // Longer runs of capitals are shouted, not spelled.

bool are_capitals(std::string_view word) {
  return std::ranges::all_of(word, is_upper);
}

bool is_ascii_letters(std::string_view lower) {
  return std::ranges::all_of(lower, is_lower);
}

// Letters of other scripts and accented ones count as vowels: they are left to letter-to-sound.
bool has_vowel(std::string_view lower) {
  return !is_ascii_letters(lower) || lower.find_first_of("aeiouy") != std::string_view::npos;
}

Verbalisation letter_names(std::string_view lower) {
  Verbalisation form;
  for (const char c : lower) form.push_back(std::string(1, c) + '.');
  return form;
}

// "toolkits" -> "toolkit" + 's, if the singular is known.
Verbalisations as_plural(std::string_view lower, const IsKnown& is_known) {
  const auto with_stem = [&](std::string stem) {
    return is_known(stem) ? Verbalisations{{std::move(stem), "'s"}} : Verbalisations();
  };
  if (!lower.ends_with('s') || lower.size() < 4) return {};
  const auto stem = lower.substr(0, lower.size() - 1);
  if (stem.ends_with("ie")) return with_stem(std::string(stem.substr(0, stem.size() - 2)) + 'y');
  for (const std::string_view sibilant : {"se", "xe", "ze", "che", "she"}) {
    if (stem.ends_with(sibilant) && !is_known(stem)) {
      return with_stem(std::string(stem.substr(0, stem.size() - 1)));
    }
  }
  return with_stem(std::string(stem));
}

// "screencast" -> "screen" + "cast": the split into two known words whose shorter part is longest.
// Dictionaries hold many short names, so one of the two has four letters.
Verbalisations as_compound(std::string_view lower, const IsKnown& is_known) {
  constexpr std::size_t kMinPart = 3;
  constexpr std::size_t kMinWhole = 7;
  if (lower.size() < kMinWhole || !is_ascii_letters(lower)) return {};
  Verbalisations best;
  std::size_t best_shorter = 0;
  for (std::size_t i = kMinPart; i <= lower.size() - kMinPart; ++i) {
    const auto shorter = std::min(i, lower.size() - i);
    const auto left = lower.substr(0, i);
    const auto right = lower.substr(i);
    if (shorter <= best_shorter || !is_known(left) || !is_known(right)) continue;
    best = {{std::string(left), std::string(right)}};
    best_shorter = shorter;
  }
  return best;
}

Verbalisations plain_word(std::string_view lower, const IsKnown& is_known) {
  if (is_known(lower)) return {{std::string(lower)}};
  auto forms = as_plural(lower, is_known);
  add_ways(forms, as_compound(lower, is_known));
  add_way(forms, has_vowel(lower) ? Verbalisation{std::string(lower)} : letter_names(lower));
  return forms;
}

// "VIII" -> eight | the eighth. I, V and X alone: other numerals are acronyms more often.
Verbalisations as_roman_numeral(std::string_view word) {
  constexpr auto kNumerals = std::to_array<Spelling>({
      {"II", "two|the second"},
      {"III", "three|the third"},
      {"IV", "four|the fourth"},
      {"VI", "six|the sixth"},
      {"VII", "seven|the seventh"},
      {"VIII", "eight|the eighth"},
      {"IX", "nine|the ninth"},
      {"XI", "eleven|the eleventh"},
      {"XII", "twelve|the twelfth"},
      {"XIII", "thirteen|the thirteenth"},
      {"XIV", "fourteen|the fourteenth"},
      {"XV", "fifteen|the fifteenth"},
      {"XVI", "sixteen|the sixteenth"},
  });
  return find_spelling(kNumerals, word).value_or(Verbalisations());
}

// "HTML" -> h. t. m. l.; "YAPC" -> y. a. p. c. | yapc; "NASA" -> nasa | n. a. s. a.
Verbalisations acronym(std::string_view capitals, const IsKnown& is_known) {
  const auto lower = lower_case(capitals);
  auto as_word = plain_word(lower, is_known);
  if (capitals.size() > kMaxSpelledLetters) return as_word;
  Verbalisations forms;
  if (is_known(lower)) forms = as_word;
  add_way(forms, letter_names(lower));
  if (capitals.size() == 2 && capitals[0] == capitals[1]) {
    add_way(forms, {"double", letter_names(lower).front()});
  }
  add_ways(forms, as_roman_numeral(capitals));
  add_ways(forms, as_word);
  return forms;
}

// "APIs", "PhDs", "OSes": the length without the ending; 0 if the word is none of these.
std::size_t size_of_singular(std::string_view word) {
  const auto last = word.find_last_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (last == std::string_view::npos) return 0;
  const auto ending = word.substr(last + 1);
  const bool has_two_capitals = std::ranges::count_if(word, is_upper) >= 2;
  return has_two_capitals && (ending == "s" || ending == "es") ? last + 1 : 0;
}

// Offsets at which a part starts: "IRCCloud" -> 0, 3; "jQuery" -> 0, 1; "Perl" -> 0.
std::vector<std::size_t> camel_parts(std::string_view word) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 1; i < word.size(); ++i) {
    const bool before_lower = i + 1 < word.size() && is_lower(word[i + 1]);
    if (is_upper(word[i]) && (!is_upper(word[i - 1]) || before_lower)) starts.push_back(i);
  }
  return starts;
}

Verbalisations camel_part(std::string_view part, const IsKnown& is_known) {
  if (part.size() == 1) return {letter_names(lower_case(part))};
  return are_capitals(part) ? acronym(part, is_known) : plain_word(lower_case(part), is_known);
}

// "PyCharm" -> py charm | pycharm; "JavaScript", which is known, also as one word first.
Verbalisations camel_case(std::string_view word, const std::vector<std::size_t>& starts,
                          const IsKnown& is_known) {
  const auto whole = plain_word(lower_case(word), is_known);
  Verbalisations in_parts = {{}};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto end = i + 1 < starts.size() ? starts[i + 1] : word.size();
    in_parts = joined(in_parts, camel_part(word.substr(starts[i], end - starts[i]), is_known));
  }
  Verbalisations forms;
  if (is_known(lower_case(word))) forms = whole;
  add_ways(forms, in_parts);
  add_ways(forms, whole);
  return forms;
}

Verbalisations letters_only(std::string_view word, const IsKnown& is_known) {
  const auto lower = lower_case(word);
  if (lower == "a") return parse_verbalisations("a|a.");
  if (word.size() == 1) return {letter_names(lower)};
  if (are_capitals(word)) return acronym(word, is_known);
  if (const auto size = size_of_singular(word); size != 0) {
    return joined(letters_only(word.substr(0, size), is_known), {{"'s"}});
  }
  if (const auto starts = camel_parts(word); starts.size() > 1) {
    return camel_case(word, starts, is_known);
  }
  auto forms = plain_word(lower, is_known);
  constexpr std::size_t kMaxLowerCaseAcronym = 4;  // "npm", "cpan"
  if (word.size() <= kMaxLowerCaseAcronym && is_ascii_letters(word) && !is_known(lower)) {
    add_way(forms, letter_names(lower));
  }
  return forms;
}

// The word has an apostrophe and is not known as a whole.
Verbalisations with_apostrophe(std::string_view word, const IsKnown& is_known) {
  if (word.starts_with('\'')) return verbalise_word(word.substr(1), is_known);
  const auto lower = lower_case(word);
  for (const auto ending : kEndings) {
    if (!lower.ends_with(ending) || lower.size() == ending.size()) continue;
    const auto base = word.substr(0, word.size() - ending.size());
    return joined(verbalise_word(base, is_known), {{std::string(ending)}});
  }
  if (lower.ends_with("in'")) {
    const auto full = lower.substr(0, lower.size() - 1) + 'g';
    if (is_known(full)) return {{full}};
  }
  if (lower.ends_with('\'')) {
    const auto base = verbalise_word(word.substr(0, word.size() - 1), is_known);
    return lower.ends_with("s'") ? joined(base, parse_verbalisations("|'s")) : base;
  }
  std::string without;
  std::ranges::copy_if(word, std::back_inserter(without), [](char c) { return c != '\''; });
  return letters_only(without, is_known);
}

}  // namespace

Verbalisations verbalise_word(std::string_view word, const IsKnown& is_known) {
  const auto lower = lower_case(word);
  auto forms = find_spelling(kSpecialWords, lower).value_or(Verbalisations());
  const bool has_apostrophe = word.find('\'') != std::string_view::npos;
  if (has_apostrophe && is_known(lower)) {
    add_way(forms, {lower});
  } else {
    add_ways(forms,
             has_apostrophe ? with_apostrophe(word, is_known) : letters_only(word, is_known));
  }
  return forms;
}

}  // namespace cmos
