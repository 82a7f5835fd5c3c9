#include "language/english_spelling.h"

#include <algorithm>
#include <array>

namespace cmos {

namespace {

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
bool is_vowel(char c) {
  return is_one_of(c, "aeiouy");
}
char at(std::string_view word, std::size_t i) {
  return i < word.size() ? word[i] : ' ';
}
char before(std::string_view word, std::size_t i) {
  return i > 0 ? word[i - 1] : ' ';
}

// Two vowel letters in a row that are said apart: "vide-o", "tri-al", "go-ing", but "na-tion".
bool is_hiatus(std::string_view word, std::size_t i) {
  const auto pair = word.substr(i, 2);
  const auto rest = word.substr(i + 1);
  if (rest.starts_with("ing")) return true;
  if (pair == "ia" || pair == "io" || pair == "iu") return !is_one_of(before(word, i), "tscgx");
  if (pair == "ua" || pair == "uo") return !is_one_of(before(word, i), "gq");
  if (pair == "eo") return before(word, i) != 'p';
  if (pair == "ie") {
    return rest == "et" || rest == "er" || rest.starts_with("ent") || rest.starts_with("enc");
  }
  if (pair == "ea") {
    return (i > 1 && (rest == "a" || rest == "as")) || rest.starts_with("ate") ||
           rest.starts_with("ati");
  }
  if (rest == "e" || rest == "es" || rest == "ed") return false;
  return word[i] == 'y' && i > 0 && is_one_of(rest[0], "aeou");
}

// An e behind a consonant that is written but not said: "time", "times", "used", "some|thing".
bool is_silent_e(std::string_view word, std::size_t i) {
  static constexpr std::array<std::string_view, 16> kEndings{
      "ly",     "ful",  "fully", "less", "ment",  "ments", "ness", "thing",
      "things", "time", "times", "work", "works", "where", "one",  "body"};
  if (word[i] != 'e' || i == 0 || is_vowel(word[i - 1])) return false;
  const auto rest = word.substr(i + 1);
  const char consonant = word[i - 1];
  const bool is_syllabic_l =
      consonant == 'l' && i > 1 && !is_vowel(word[i - 2]) && word[i - 2] != 'l';
  const bool is_hushing =
      is_one_of(consonant, "sxzcg") || (consonant == 'h' && i > 1 && is_one_of(word[i - 2], "sc"));
  if (rest.empty()) return !is_syllabic_l && std::any_of(word.begin(), word.end() - 1, is_vowel);
  if (rest == "s") return !is_syllabic_l && !is_hushing;
  if (rest == "d") return !is_syllabic_l && !is_one_of(consonant, "td");
  return std::ranges::find(kEndings, rest) != kEndings.end();
}

// The vowel that begins or goes on at i: 1 if it is heard apart from the one before.
int count_vowel(std::string_view word, std::size_t i) {
  const bool is_glide = i == 0 && word[i] == 'y' && is_vowel(at(word, 1));
  const bool begins = !is_glide && (i == 0 || !is_vowel(word[i - 1]) || (i == 1 && word[0] == 'y'));
  int count = begins && !is_silent_e(word, i) ? 1 : 0;
  if (is_glide) ++count;
  if (!is_glide && is_vowel(at(word, i + 1)) && is_hiatus(word, i)) ++count;
  return count;
}

// The consonant at i: 0 where it is silent or one sound together with the next letter.
int count_consonant(std::string_view word, std::size_t i) {
  const char c = word[i];
  const char next = at(word, i + 1);
  const bool is_first = i == 0;
  if (c == next || c == '\'') return 0;
  if (c == 'x') return 2;
  if (c == 'q') return next == 'u' ? 2 : 1;
  if (next == 'h') return is_one_of(c, "tscpwg") ? 0 : 1;
  if (c == 'h') return before(word, i) == 'g' && i > 1 ? 0 : 1;
  if (c == 'c' && next == 'k') return 0;
  if (c == 'n' && next == 'g') return 0;
  if (c == 't' && word.substr(i).starts_with("tch")) return 0;
  if (c == 'd' && word.substr(i).starts_with("dge")) return 0;
  if (c == 'l' && word.ends_with("ould")) return 0;
  if (is_first && ((c == 'k' && next == 'n') || (c == 'w' && next == 'r'))) return 0;
  if (c == 'w') return !is_first && is_vowel(word[i - 1]) && !is_vowel(next) ? 0 : 1;
  if (c == 'r') return is_one_of(before(word, i), "eiu") && !is_vowel(next) ? 0 : 1;
  return 1;
}

}  // namespace

int count_letter_names(std::string_view letters) {
  // "ef", "tee", but "ay", "ee", "double-u".
  int count = 0;
  for (const char c : letters) count += c == 'w' ? 7 : is_one_of(c, "aeio") ? 1 : 2;
  return count;
}

int count_word_sounds(std::string_view word) {
  if (std::ranges::none_of(word, is_vowel)) {
    const bool is_hum = word.find_first_not_of("hm'") == std::string_view::npos;
    return is_hum ? 1 : count_letter_names(word);
  }
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    count += is_vowel(word[i]) ? count_vowel(word, i) : count_consonant(word, i);
  }
  if (word.ends_with("ism") || word.ends_with("isms") || word.ends_with("thm")) ++count;
  if (word.ends_with("dn't") || word.ends_with("sn't")) ++count;
  if (word.ends_with("ically")) --count;
  return std::max(count, 1);
}

}  // namespace cmos
