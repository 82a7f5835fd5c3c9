#include "speech/english/reductions.h"

#include <algorithm>
#include <array>
#include <string>

namespace cmos {

namespace {

struct Reduction {
  std::string_view word;
  std::string_view phones;
};

// The weak forms of English function words (J. C. Wells, Longman Pronunciation Dictionary, "Weak
// forms") that CMUdict lacks, and the shortest usual forms of some frequent adverbs.
constexpr auto kReductions = std::to_array<Reduction>({
    {"actually", "AE K SH L IY"},
    {"and", "AH N"},
    {"and", "N"},
    {"as", "AH Z"},
    {"at", "AH T"},
    {"because", "K AH Z"},
    {"but", "B AH"},
    {"had", "AH D"},
    {"have", "AH V"},
    {"he", "IY"},
    {"her", "ER"},
    {"his", "IH Z"},
    {"it", "AH T"},
    {"its", "T S"},
    {"it's", "T S"},
    {"just", "JH AH S"},
    {"of", "AH"},
    {"probably", "P R AA L IY"},
    {"that's", "DH AE S"},
    {"them", "AH M"},
    {"you", "Y AH"},
    {"you're", "Y ER"},
    {"your", "Y ER"},
});

Phones phones_of(std::string_view text) {
  Phones phones;
  for (auto space = text.find(' '); space != std::string_view::npos; space = text.find(' ')) {
    phones.emplace_back(text.substr(0, space));
    text.remove_prefix(space + 1);
  }
  phones.emplace_back(text);
  return phones;
}

bool is_vowel(std::string_view phone) {
  return std::string_view("AEIOU").find(phone.front()) != std::string_view::npos;
}

// "going", not "thing".
bool has_unstressed_ing(const Phones& phones) {
  const auto size = phones.size();
  if (size < 3 || phones[size - 1] != "NG" || phones[size - 2] != "IH") return false;
  return std::any_of(phones.begin(), phones.end() - 2, is_vowel);
}

}  // namespace

std::vector<Phones> reductions(std::string_view word, const std::vector<Phones>& careful) {
  std::vector<Phones> reduced;
  for (const auto& reduction : kReductions) {
    if (reduction.word == word) reduced.push_back(phones_of(reduction.phones));
  }
  if (!word.ends_with("ing")) return reduced;
  for (const auto& phones : careful) {
    if (!has_unstressed_ing(phones)) continue;
    reduced.emplace_back(phones.begin(), phones.end() - 1);
    reduced.back().emplace_back("N");
  }
  return reduced;
}

}  // namespace cmos
