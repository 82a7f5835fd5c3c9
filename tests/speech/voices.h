// Lexicons of languages that espeak-ng reads.
#pragma once

#include <iostream>
#include <string>

#include "speech/espeak_voice.h"
#include "speech/lexicon.h"

namespace voices {

// Else says that the test is skipped.
inline bool is_installed() {
  const auto voice = cmos::EspeakVoice::find("de");
  if (voice) return true;
  std::cout << "SKIPPED: " << voice.error().message << '\n';
  return false;
}

inline cmos::Lexicon english() {
  return cmos::Lexicon::open(cmos::kDefaultDictionary).value();
}

inline cmos::Lexicon reading(
    const std::string& language,
    cmos::Lexicon::DictionaryOf dictionary = cmos::Lexicon::DictionaryOf::english) {
  return english().read_by(cmos::EspeakVoice::find(language).value(), dictionary);
}

}  // namespace voices
