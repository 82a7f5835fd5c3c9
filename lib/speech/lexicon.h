// What shown words sound like, in all the ways a speaker may say them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "speech/espeak_voice.h"
#include "speech/phones.h"

namespace cmos {

// Where Debian's pocketsphinx-en-us keeps the dictionary of its acoustic model.
inline constexpr std::string_view kDefaultDictionary =
    "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict";

// A dictionary, the pronunciations a page adds, and letter-to-sound rules for the rest. The
// dictionary lies in mapped memory and is indexed, not parsed: opening takes 2 ms, a usual word 5
// us, an involved number 0.3 ms; the first word in another script than Latin waits up to 0.1 s for
// ICU's rules. Copies share the dictionary. All const functions are thread-safe.
class Lexicon {
 public:
  // A dictionary of CMU Sphinx (speech/dictionary.h). `phones` are those of the acoustic model;
  // pronunciations with others are not given out. Rules: "not-found", "read-failed", "too-large"
  // (more than 256 MiB), "dictionary-invalid".
  static Result<Lexicon> open(const std::filesystem::path& dictionary, PhoneSet phones = arpabet());

  // Reads "K M AA S", as a page writes it: phones between spaces, in any case; or IPA between
  // slashes, "/ˈiːta/", which may be said in several ways. Rule "pronunciation-unknown-phone": the
  // message names the first that the model does not have, or says that there is none.
  Result<std::vector<Phones>> parse_pronunciation(std::string_view text) const;

  // The same dictionary with the pronunciations of a page, which take the place of all others of
  // these words, also inside longer ones ("Szabgab's", "Szabgab-style"). Words match in any case
  // and without the punctuation around them. The phones are from parse_pronunciation().
  Lexicon with(const std::map<std::string, std::vector<Phones>>& pronunciations) const;

  // Whose words the dictionary has.
  enum class DictionaryOf { language, english };

  // The same dictionary for a language that the voice reads. One of this language comes before the
  // voice; the English one adds how its words are said in English, as foreign ones.
  Lexicon read_by(EspeakVoice voice, DictionaryOf dictionary) const;

  // Every way the shown word (a whitespace-separated piece of a page's text; UTF-8) may be said,
  // the likely before the unlikely, without duplicates, at most 24, each with at least one phone.
  // Phones are the dictionary's, or kPausePhone. docs/pronunciations.md tells what is understood.
  // Empty if the word has nothing to say: punctuation only, letters of a script that cannot be
  // romanised, or no pronunciation in the phones of the model. The same word gives the same result.
  std::vector<Phones> pronounce(std::string_view word) const;

  // The voice that reads the word; null where the page or a dictionary of the language has it, and
  // in English. Lives as long as the lexicon.
  const EspeakVoice* voice_of(std::string_view word) const;

  // Drops ways that are empty or have a phone that the model does not have.
  void erase_unknown(std::vector<Phones>& ways) const;

 private:
  class Content;

  explicit Lexicon(std::shared_ptr<const Content> content);

  std::shared_ptr<const Content> content_;
};

}  // namespace cmos
