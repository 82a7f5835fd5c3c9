#include "speech/lexicon.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "language/normalised_word.h"
#include "language/shown_text.h"
#include "speech/dictionary.h"
#include "speech/ipa.h"
#include "speech/mapped_file.h"
#include "speech/pronunciation_rules.h"
#include "speech/read_word.h"

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

// A compound's parts, as a dictionary has them.
std::vector<std::string> parts_of(std::string_view word) {
  constexpr std::string_view kJoints = "-'";
  const auto key = dictionary_key(word);
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < key.size();) {
    const auto end = std::min(key.find_first_of(kJoints, begin), key.size());
    if (end > begin) parts.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
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

  // Who reads a language other than English.
  struct Reader {
    EspeakVoice voice;
    DictionaryOf dictionary;
  };

  explicit Content(std::shared_ptr<const DictionaryFile> file) : file_(std::move(file)) {}

  const PhoneSet& phones() const { return file_->dictionary.phones(); }
  void replace_added(const std::map<std::string, std::vector<Phones>>& pronunciations);
  void set_reader(Reader reader) { reader_ = std::move(reader); }

  std::vector<Phones> pronounce(std::string_view word) const;
  const EspeakVoice* voice_of(std::string_view word) const;

  // Drops ways that are empty or have a phone that the model does not have.
  void erase_unknown(std::vector<Phones>& ways) const;

 private:
  bool is_known(const std::string& word) const {
    return added_.contains(word) || file_->dictionary.contains(word);
  }

  std::vector<Phones> say_item(const std::string& item) const;
  std::vector<Phones> find_or_guess(const std::string& item) const;
  std::vector<Ranked> say_form(const Verbalisation& form, std::size_t max_ways) const;
  std::vector<Phones> say_forms(std::string_view word) const;
  std::vector<Phones> read_aloud(const Reader& reader, std::string_view word) const;
  bool has_added_part(std::string_view word) const;
  std::vector<Phones> read_parts(const Reader& reader, std::string_view word) const;

  const PronunciationRules& rules_ = english_pronunciation();
  std::shared_ptr<const DictionaryFile> file_;
  std::map<std::string, std::vector<Phones>> added_;  // By dictionary_key().
  std::optional<Reader> reader_;
};

void Lexicon::Content::replace_added(
    const std::map<std::string, std::vector<Phones>>& pronunciations) {
  added_.clear();
  for (const auto& [word, ways] : pronunciations) added_[dictionary_key(word)] = ways;
}

void Lexicon::Content::erase_unknown(std::vector<Phones>& ways) const {
  std::erase_if(ways, [this](const Phones& way) {
    return way.empty() || !std::ranges::all_of(
                              way, [this](const auto& phone) { return phones().contains(phone); });
  });
}

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
  if (const auto added = added_.find(item); added != added_.end()) return added->second;
  auto ways = find_or_guess(item);
  const auto reduced = rules_.reduce(item, ways);
  ways.insert(ways.end(), reduced.begin(), reduced.end());
  erase_unknown(ways);
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

std::vector<Phones> Lexicon::Content::say_forms(std::string_view word) const {
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

// The dictionary of the language, else the voice, else the rules; as foreign words, those of
// English.
std::vector<Phones> Lexicon::Content::read_aloud(const Reader& reader,
                                                 std::string_view word) const {
  const auto key = dictionary_key(word);
  auto ways = file_->dictionary.find(key);
  erase_unknown(ways);
  if (reader.dictionary == DictionaryOf::language && !ways.empty()) return ways;
  const auto readable = readable_word(word);
  auto read =
      readable.empty() ? std::vector<Phones>() : ways_of(reader.voice.to_ipa(readable), readable);
  erase_unknown(read);
  if (read.empty()) return say_forms(word);
  for (auto& way : ways) {
    if (std::ranges::find(read, way) == read.end()) read.push_back(std::move(way));
  }
  return read;
}

bool Lexicon::Content::has_added_part(std::string_view word) const {
  return std::ranges::any_of(parts_of(word),
                             [this](const auto& part) { return added_.contains(part); });
}

// A word that has one of the page's own in it is said part by part: "Szabgab-Stil".
std::vector<Phones> Lexicon::Content::read_parts(const Reader& reader,
                                                 std::string_view word) const {
  if (!has_added_part(word)) return read_aloud(reader, word);
  std::vector<Phones> ways{{}};
  for (const auto& part : parts_of(word)) {
    const auto said = added_.contains(part) ? added_.at(part) : read_aloud(reader, part);
    if (!said.empty()) ways = joined(ways, said);
  }
  return ways;
}

std::vector<Phones> Lexicon::Content::pronounce(std::string_view word) const {
  if (const auto added = added_.find(dictionary_key(word)); added != added_.end()) {
    return added->second;
  }
  return reader_ ? read_parts(*reader_, word) : say_forms(word);
}

const EspeakVoice* Lexicon::Content::voice_of(std::string_view word) const {
  if (!reader_ || has_added_part(word)) return nullptr;
  const bool is_in_dictionary = reader_->dictionary == DictionaryOf::language &&
                                file_->dictionary.contains(dictionary_key(word));
  return is_in_dictionary ? nullptr : &reader_->voice;
}

Lexicon::Lexicon(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

Result<Lexicon> Lexicon::open(const std::filesystem::path& dictionary, PhoneSet phones) {
  auto file = MappedFile::open(dictionary, kMaxDictionarySize);
  if (!file) return tl::unexpected(file.error());
  auto index = Dictionary::parse(file->bytes(), std::move(phones));
  if (!index) return tl::unexpected(index.error());
  auto both = std::make_shared<Content::DictionaryFile>(
      Content::DictionaryFile{std::move(*file), std::move(*index)});
  return Lexicon(std::make_shared<Content>(std::move(both)));
}

Result<std::vector<Phones>> Lexicon::parse_pronunciation(std::string_view text) const {
  if (text.size() > 2 && text.starts_with('/') && text.ends_with('/')) {
    auto ways = ipa_to_phones(text, kWaysOfIpa);
    content_->erase_unknown(ways);
    if (!ways.empty()) return ways;
  }
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
  return std::vector<Phones>{std::move(phones)};
}

Lexicon Lexicon::with(const std::map<std::string, std::vector<Phones>>& pronunciations) const {
  auto content = std::make_shared<Content>(*content_);
  content->replace_added(pronunciations);
  return Lexicon(std::move(content));
}

Lexicon Lexicon::read_by(EspeakVoice voice, DictionaryOf dictionary) const {
  auto content = std::make_shared<Content>(*content_);
  content->set_reader({std::move(voice), dictionary});
  return Lexicon(std::move(content));
}

std::vector<Phones> Lexicon::pronounce(std::string_view word) const {
  return content_->pronounce(word);
}

const EspeakVoice* Lexicon::voice_of(std::string_view word) const {
  return content_->voice_of(word);
}

void Lexicon::erase_unknown(std::vector<Phones>& ways) const {
  content_->erase_unknown(ways);
}

}  // namespace cmos
