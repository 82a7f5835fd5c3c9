#include "language/foreign_passages.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "language/language.h"
#include "language/languages.h"
#include "language/normalised_word.h"
#include "language/shown_text.h"

namespace cmos {

namespace {

constexpr std::size_t kMostLanguagesOfWord = 3;
// Function words of another language, less those of the text's.
constexpr int kLeastGain = 2;

// Lower and upper case. Empty for a language that CLDR does not know.
icu::UnicodeSet alphabet(const std::string& language) {
  icu::UnicodeSet letters;
  UErrorCode status = U_ZERO_ERROR;
  auto* const data = ulocdata_open(language.c_str(), &status);
  if (U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING) {
    ulocdata_getExemplarSet(data, letters.toUSet(), USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD,
                            &status);
  }
  ulocdata_close(data);
  letters.retain(0, UCHAR_MAX_VALUE);  // Without digraphs.
  return letters;
}

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = next_code_point(word, at);
    if (u_isalpha(static_cast<UChar32>(c)) != 0) letters += c;
  }
  return letters;
}

bool spells(const icu::UnicodeSet& alphabet, const std::u32string& letters) {
  return std::ranges::all_of(
      letters, [&](char32_t c) { return alphabet.contains(static_cast<UChar32>(c)) != 0; });
}

struct Alphabet {
  std::string_view language;
  icu::UnicodeSet letters;
};

// The one with the fewest letters first.
const std::vector<Alphabet>& alphabets() {
  static const std::vector<Alphabet> all = [] {
    std::vector<Alphabet> result;
    for (const auto* language : all_languages()) {
      result.push_back({language->code, alphabet(std::string(language->code))});
    }
    std::ranges::stable_sort(result, {}, [](const Alphabet& a) { return a.letters.size(); });
    return result;
  }();
  return all;
}

// The run of words with the largest sum of votes, and that.
std::pair<ForeignPassage, int> best_run(std::span<const int> votes, std::string_view language) {
  std::pair<ForeignPassage, int> best{{0, 0, language}, 0};
  int sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += votes[i];
    if (sum > best.second) best = {{begin, i + 1, language}, sum};
  }
  auto& passage = best.first;
  while (passage.begin > 0 && votes[passage.begin - 1] >= 0) --passage.begin;
  while (passage.end < votes.size() && votes[passage.end] >= 0) ++passage.end;
  return best;
}

}  // namespace

class ForeignPassages::Content {
 public:
  explicit Content(std::string language)
      : language_(std::move(language)), words_of_(find_language(language_)) {}

  void add_by_function_words(std::span<const std::string_view> phrase,
                             std::vector<ForeignPassage>& passages);
  void add_by_letters(std::span<const std::string_view> phrase,
                      std::vector<ForeignPassage>& passages);

 private:
  // For each of all_languages(): 1 if the word is a function word of it and not of the text's
  // language, -1 the other way round.
  using Votes = std::vector<int>;
  struct Known {
    std::size_t number;
    Votes votes;
  };

  const Known& known(std::string_view shown);
  Votes votes_of(const std::string& word) const;

  std::string language_;
  const Language& words_of_;
  std::unordered_map<std::string, Known> known_;  // By what is shown.
  std::optional<icu::UnicodeSet> alphabet_;       // Once it is needed.
};

ForeignPassages::Content::Votes ForeignPassages::Content::votes_of(const std::string& word) const {
  Votes votes;
  const int own = words_of_.weak_words.contains(word) ? 1 : 0;
  for (const auto* other : all_languages()) {
    votes.push_back((other->weak_words.contains(word) ? 1 : 0) - own);
  }
  return votes;
}

const ForeignPassages::Content::Known& ForeignPassages::Content::known(std::string_view shown) {
  const auto [place, is_new] = known_.try_emplace(std::string(shown), Known{known_.size(), {}});
  if (is_new) place->second.votes = votes_of(normalised_word(shown));
  return place->second;
}

void ForeignPassages::Content::add_by_function_words(std::span<const std::string_view> phrase,
                                                     std::vector<ForeignPassage>& passages) {
  if (words_of_.code.empty()) return;  // A relative's words would pass for foreign ones.
  std::vector<const Known*> words;
  words.reserve(phrase.size());
  for (const auto shown : phrase) words.push_back(&known(shown));
  std::pair<ForeignPassage, int> best{{}, kLeastGain - 1};
  std::vector<int> votes(words.size());
  for (std::size_t l = 0; l < all_languages().size(); ++l) {
    std::set<std::size_t> counted;
    for (std::size_t i = 0; i < words.size(); ++i) {
      votes[i] = words[i]->votes[l];
      if (votes[i] > 0 && !counted.insert(words[i]->number).second) votes[i] = 0;
    }
    if (counted.size() < kLeastGain) continue;
    const auto found = best_run(votes, all_languages()[l]->code);
    if (found.second > best.second) best = found;
  }
  if (best.second >= kLeastGain) passages.push_back(best.first);
}

void ForeignPassages::Content::add_by_letters(std::span<const std::string_view> phrase,
                                              std::vector<ForeignPassage>& passages) {
  if (std::ranges::all_of(phrase, is_all_ascii)) return;
  if (!alphabet_) alphabet_ = alphabet(language_);
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const auto letters = letters_of(plain_text(phrase[i]));
    if (alphabet_->isEmpty() || spells(*alphabet_, letters)) continue;
    std::size_t count = 0;
    for (const auto& other : alphabets()) {
      if (count == kMostLanguagesOfWord) break;
      if (!spells(other.letters, letters)) continue;
      passages.push_back({i, i + 1, other.language});
      ++count;
    }
  }
}

ForeignPassages::ForeignPassages(std::string language)
    : content_(std::make_unique<Content>(std::move(language))) {}

ForeignPassages::~ForeignPassages() = default;

std::vector<ForeignPassage> ForeignPassages::find(std::span<const std::string_view> phrase) {
  std::vector<ForeignPassage> passages;
  content_->add_by_function_words(phrase, passages);
  content_->add_by_letters(phrase, passages);
  return passages;
}

}  // namespace cmos
