#include "speech/speech_components.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <string>

#include "base/components.h"
#include "speech/speech_model.h"

namespace cmos {

namespace {

// A model that is there and cannot be read stops captions; one that is not leaves them to silences.
Component english_model() {
  Component component{
      "English model", "pocketsphinx-en-us", "English words laid on their sound", "", "", false};
  const auto model = load_speech_model({}, "en");
  if (!model) {
    component.failure = model.error().message;
    component.stops_captions = true;
  } else if (!*model) {
    component.failure = fmt::format("{}: there is no such folder", kDefaultModelFolder);
  } else {
    component.version = kDefaultModelFolder;
  }
  return component;
}

Component espeak_rules() {
  return library_component("libespeak-ng.so.1", "words of other languages laid on their sound",
                           false, [](const SharedLibrary& library) -> std::string {
                             // NOLINTNEXTLINE(readability-identifier-naming): its name.
                             const CMOS_LIBRARY_FUNCTION(library, espeak_Info);
                             return espeak_Info == nullptr ? "" : espeak_Info(nullptr);
                           });
}

}  // namespace

std::vector<Component> speech_components() {
  return {english_model(), espeak_rules()};
}

}  // namespace cmos
