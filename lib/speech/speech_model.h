// How a language sounds: an acoustic model and the dictionary that goes with it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cmos/error.h"
#include "cmos/speech_files.h"
#include "speech/acoustic_model.h"
#include "speech/lexicon.h"

namespace cmos {

// Immutable once loaded; safe to share between threads. Copies share the acoustic model.
struct SpeechModel {
  std::shared_ptr<const AcousticModel> sounds;
  Lexicon lexicon;
  // Why espeak-ng does not read the language, which the English rules then do. Rules: those of
  // EspeakVoice::find().
  std::optional<Error> voice_failure;
  std::vector<std::filesystem::path> files;  // What both were read from, in the order of names.
};

// The files that a model and its dictionary would be read from, in the order of names; also of a
// model that is not there or never asked for.
std::vector<std::filesystem::path> speech_files(const SpeechFiles& files);

// Loads what fits a language (BCP 47). A model fits every language: one that is named since
// somebody says so, the English one since it is told the language's phones by espeak-ng and fitted
// to the recording. A dictionary that is named has the language's words. Nothing if no model is
// named and the package is not installed. A folder that cannot be looked at is an error. Rules:
// those of AcousticModel::load() and Lexicon::open(), whose messages name the file.
Result<std::optional<SpeechModel>> load_speech_model(const SpeechFiles& files,
                                                     std::string_view language);

// Models that are loaded when they are first asked for, and kept; after an error the next one who
// asks tries again. Safe to share between threads.
class SpeechModels {
 public:
  // As load_speech_model(), null for nothing. What it points to lives as long as this.
  Result<const SpeechModel*> find(const SpeechFiles& files, const std::string& language);

 private:
  using Key = std::tuple<std::filesystem::path, std::filesystem::path, std::string>;

  std::mutex mutex_;
  std::map<Key, std::optional<SpeechModel>> models_;
};

}  // namespace cmos
