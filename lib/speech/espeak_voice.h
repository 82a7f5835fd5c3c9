// How text of any language sounds by the rules of libespeak-ng.
#pragma once

#include <string>
#include <string_view>

#include "cmos/error.h"

namespace cmos {

// A voice of espeak-ng's, of which only the rules of pronunciation are used. The library is loaded
// with the first voice (docs/architecture.md, "What is loaded when"); it keeps global state, sets
// the locale of characters to C.UTF-8, and is used by one thread at a time. Thread-safe.
class EspeakVoice {
 public:
  // Of a language (BCP 47), or where there is none of its region or script, of its primary subtag.
  // Rules: "espeak-missing" (the library or its data), "voice-missing" (it does not have the
  // language). The first takes 20 ms, others some.
  static Result<EspeakVoice> find(std::string_view language);

  // The text in IPA as it is said, numbers and abbreviations included: "_" between two phones, " "
  // between two words; stress, length and other signs as espeak-ng gives them. Empty if it says
  // nothing. The text is valid UTF-8 without NUL. 50 us a word.
  std::string to_ipa(std::string_view text) const;

 private:
  explicit EspeakVoice(std::string name) : name_(std::move(name)) {}

  std::string name_;
};

}  // namespace cmos
