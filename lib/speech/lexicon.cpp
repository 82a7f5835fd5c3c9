#include "speech/lexicon.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "language/normalised_word.h"
#include "language/shown_text.h"
#include "speech/dictionary.h"
#include "speech/mapped_file.h"
#include "speech/pronunciation_rules.h"

namespace cmos {

namespace {

constexpr std::size_t kMaxDictionarySize = 256U << 20;
constexpr std::size_t kMaxPronunciations = 24;
constexpr std::size_t kMinWaysOfForm = 2;

// A pronunciation and how far down the lists of alternatives its parts stand.
struct Ranked {
  std::size_t rank = 0;
  Phones phones;
};

// Keeps the list in the order of ranks, equals in the order they came, and at most `count` long.
void insert(Ranked way, std::size_t count, std::vector<Ranked>& ways) {
  const auto place = std::ranges::upper_bound(ways, way.rank, {}, &Ranked::rank);
  ways.insert(place, std::move(way));
  if (ways.size() > count) ways.pop_back();
}

bool is_silent(const Phones& phones) {
  return std::ranges::all_of(phones, [](const auto& phone) { return phone == kPausePhone; });
}

}  // namespace

class Lexicon::Content {
 public:
  struct DictionaryFile {
    MappedFile file;  // Holds the text that the dictionary is an index of.
    Dictionary dictionary;
  };

  Content(std::shared_ptr<const DictionaryFile> file, std::map<std::string, Phones> added)
      : file_(std::move(file)), added_(std::move(added)) {}

  const PhoneSet& phones() const { return file_->dictionary.phones(); }
  std::shared_ptr<const DictionaryFile> file() const { return file_; }

  std::vector<Phones> pronounce(std::string_view word) const;

 private:
  bool is_known(const std::string& word) const {
    return added_.contains(word) || file_->dictionary.contains(word);
  }

  std::vector<Phones> say_item(const std::string& item) const;
  std::vector<Phones> find_or_guess(const std::string& item) const;
  std::vector<Ranked> say_form(const Verbalisation& form, std::size_t max_ways) const;

  const PronunciationRules& rules_ = english_pronunciation();
  std::shared_ptr<const DictionaryFile> file_;
  std::map<std::string, Phones> added_;  // By dictionary_key().
};

// The dictionary first, under the item's own spelling or in plain letters ("b" for the name "b.",
// too), then letter-to-sound.
std::vector<Phones> Lexicon::Content::find_or_guess(const std::string& item) const {
  auto found = file_->dictionary.find(item);
  if (!found.empty()) return found;
  const auto letters = to_latin_letters(item);
  if (letters != item) found = file_->dictionary.find(letters);
  if (!found.empty()) return found;
  return {rules_.guess(letters)};
}

std::vector<Phones> Lexicon::Content::say_item(const std::string& item) const {
  if (item == kPauseItem) return {{std::string(kPausePhone)}};
  if (const auto added = added_.find(item); added != added_.end()) return {added->second};
  auto ways = find_or_guess(item);
  const auto reduced = rules_.reduce(item, ways);
  ways.insert(ways.end(), reduced.begin(), reduced.end());
  std::erase_if(ways, [this](const Phones& way) {
    return way.empty() || !std::ranges::all_of(
                              way, [this](const auto& phone) { return phones().contains(phone); });
  });
  return ways;
}

// Items that cannot be said are left out.
std::vector<Ranked> Lexicon::Content::say_form(const Verbalisation& form,
                                               std::size_t max_ways) const {
  std::vector<Ranked> beginnings(1);
  for (const auto& item : form) {
    const auto ways = say_item(item);
    std::vector<Ranked> longer;
    for (const auto& beginning : beginnings) {
      const auto last = beginning.phones.empty() ? std::string() : beginning.phones.back();
      const auto endings = rules_.say_ending(item, last);
      const auto& continuations = endings.empty() ? ways : endings;
      for (std::size_t i = 0; i < continuations.size(); ++i) {
        auto phones = beginning.phones;
        phones.insert(phones.end(), continuations[i].begin(), continuations[i].end());
        insert({beginning.rank + i, std::move(phones)}, max_ways, longer);
      }
    }
    if (!longer.empty()) beginnings = std::move(longer);
  }
  return beginnings;
}

std::vector<Phones> Lexicon::Content::pronounce(std::string_view word) const {
  if (const auto added = added_.find(dictionary_key(word)); added != added_.end()) {
    return {added->second};
  }
  const auto forms =
      rules_.verbalise(word, [this](std::string_view item) { return is_known(std::string(item)); });
  if (forms.empty()) return {};
  const auto ways_each = std::max(kMinWaysOfForm, kMaxPronunciations / forms.size());
  std::vector<Ranked> ways;
  for (const auto& form : forms) {
    for (auto& way : say_form(form, ways_each)) {
      const bool is_new = std::ranges::find(ways, way.phones, &Ranked::phones) == ways.end();
      if (is_new && !is_silent(way.phones)) insert(std::move(way), kMaxPronunciations, ways);
    }
  }
  std::vector<Phones> pronunciations;
  pronunciations.reserve(ways.size());
  for (auto& way : ways) pronunciations.push_back(std::move(way.phones));
  return pronunciations;
}

Lexicon::Lexicon(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

Result<Lexicon> Lexicon::open(const std::filesystem::path& dictionary, PhoneSet phones) {
  auto file = MappedFile::open(dictionary, kMaxDictionarySize);
  if (!file) return tl::unexpected(file.error());
  auto index = Dictionary::parse(file->bytes(), std::move(phones));
  if (!index) return tl::unexpected(index.error());
  auto both = std::make_shared<Content::DictionaryFile>(
      Content::DictionaryFile{std::move(*file), std::move(*index)});
  return Lexicon(std::make_shared<Content>(std::move(both), std::map<std::string, Phones>()));
}

Result<Phones> Lexicon::parse_phones(std::string_view text) const {
  Phones phones;
  for (auto& phone : parse_verbalisation(text)) {
    for (char& c : phone) c = is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    if (!content_->phones().contains(phone)) {
      return tl::unexpected(Error{fmt::format("no phone \"{}\"; the phones are {}", phone,
                                              fmt::join(content_->phones(), " ")),
                                  "pronunciation-unknown-phone"});
    }
    phones.push_back(std::move(phone));
  }
  if (phones.empty()) {
    return tl::unexpected(Error{"a pronunciation without phones", "pronunciation-unknown-phone"});
  }
  return phones;
}

Lexicon Lexicon::with(const std::map<std::string, Phones>& pronunciations) const {
  std::map<std::string, Phones> added;
  for (const auto& [word, phones] : pronunciations) added[dictionary_key(word)] = phones;
  return Lexicon(std::make_shared<Content>(content_->file(), std::move(added)));
}

std::vector<Phones> Lexicon::pronounce(std::string_view word) const {
  return content_->pronounce(word);
}

}  // namespace cmos
