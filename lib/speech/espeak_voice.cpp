#include "speech/espeak_voice.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "base/ascii.h"
#include "base/shared_library.h"
#include "language/language.h"

namespace cmos {

namespace {

// The soname of the header's interface.
struct Espeak {
  Espeak() {
    if (!failure.empty()) return;
    if (espeak_Initialize(AUDIO_OUTPUT_RETRIEVAL, 0, nullptr, espeakINITIALIZE_DONT_EXIT) < 0) {
      failure = "its data cannot be read";
    }
  }

  // Whether there is one of this name, which is then in use. The library's mutex is locked.
  bool use(const std::string& voice) {
    if (voice == voice_in_use) return true;
    voice_in_use.clear();
    if (espeak_SetVoiceByName(voice.c_str()) != EE_OK) return false;
    voice_in_use = voice;
    return true;
  }

  std::mutex mutex;
  std::string voice_in_use;
  std::string failure;
  SharedLibrary library{"libespeak-ng.so.1", failure};
  // NOLINTBEGIN(readability-identifier-naming): the library's names.
  CMOS_LIBRARY_FUNCTION(library, espeak_Initialize);
  CMOS_LIBRARY_FUNCTION(library, espeak_SetVoiceByName);
  CMOS_LIBRARY_FUNCTION(library, espeak_TextToPhonemes);
  // NOLINTEND(readability-identifier-naming)
};

Espeak& espeak() {
  static Espeak library;
  return library;
}

// Languages that espeak-ng has under another tag: macrolanguages by the one that is usually meant
// (CLDR, supplementalMetadata, languageAlias), Norwegian by its larger written form. Only its
// voice for pinyin reads Chinese characters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kOtherTags{{
    {"zh", "cmn-latn-pinyin"},
    {"cmn", "cmn-latn-pinyin"},
    {"zh-hk", "yue"},
    {"zh-yue", "yue"},
    {"no", "nb"},
    {"nn", "nb"},
    {"iw", "he"},
    {"in", "id"},
    {"mo", "ro"},
}};

// "de-at": "de-at", "de".
std::string shortened(const std::string& tag) {
  const auto hyphen = tag.rfind('-');
  return hyphen == std::string::npos ? "" : tag.substr(0, hyphen);
}

std::string espeak_tag(const std::string& tag) {
  const auto* const found =
      std::ranges::find(kOtherTags, tag, &std::pair<std::string_view, std::string_view>::first);
  if (found != kOtherTags.end()) return std::string(found->second);
  const auto code = find_language(tag).code;  // Of "deu", "de".
  return code.empty() || tag.find('-') != std::string::npos ? tag : std::string(code);
}

}  // namespace

Result<EspeakVoice> EspeakVoice::find(std::string_view language) {
  auto& library = espeak();
  if (!library.failure.empty()) {
    return tl::unexpected(Error{"espeak-ng: " + library.failure, "espeak-missing"});
  }
  std::string tag(language);
  std::ranges::transform(tag, tag.begin(), to_lower);
  const std::lock_guard lock(library.mutex);
  for (; !tag.empty(); tag = shortened(tag)) {
    const auto name = espeak_tag(tag);
    if (library.use(name)) return EspeakVoice(name);
  }
  return tl::unexpected(
      Error{fmt::format("espeak-ng has no voice for the language {}", language), "voice-missing"});
}

std::string EspeakVoice::to_ipa(std::string_view text) const {
  constexpr int kIpaBetweenUnderscores = 0x02 | ('_' << 8);  // phonememode in speak_lib.h.
  auto& library = espeak();
  const std::string copy(text);
  const void* rest = copy.c_str();
  std::string ipa;
  const std::lock_guard lock(library.mutex);
  if (!library.use(name_)) return ipa;
  while (rest != nullptr) {  // Clause by clause.
    const char* const clause =
        library.espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, kIpaBetweenUnderscores);
    if (clause == nullptr) break;
    if (!ipa.empty()) ipa += ' ';
    ipa += clause;
  }
  return ipa;
}

}  // namespace cmos
