#include "speech/speech_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "language/language.h"
#include "speech/espeak_voice.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// What the default dictionary has, and rules of pronunciation are there for.
constexpr std::string_view kEnglish = "en";

Error name_dictionary(const Error& error, const fs::path& file) {
  const auto line = error.position ? fmt::format(":{}", error.position->line) : "";
  return {fmt::format("dictionary: {}{}: {}", file.string(), line, error.message), error.rule};
}

fs::path folder_of(const SpeechFiles& files) {
  return files.model.empty() ? fs::path(kDefaultModelFolder) : files.model;
}

fs::path dictionary_of(const SpeechFiles& files) {
  return files.dictionary.empty() ? fs::path(kDefaultDictionary) : files.dictionary;
}

// An error other than that nothing is there: an installed model must not pass for none.
Result<bool> is_there(const fs::path& folder) {
  std::error_code code;
  const auto status = fs::status(folder, code);
  if (status.type() != fs::file_type::none) return fs::exists(status);
  return tl::unexpected(Error{
      fmt::format("acoustic model: {}: cannot look at it: {}", folder.string(), code.message()),
      "model-damaged"});
}

PhoneSet phones_of(const ModelDefinition& definition) {
  PhoneSet phones;
  for (std::size_t i = 0; i < definition.phone_count(); ++i) {
    const auto phone = static_cast<PhoneId>(i);
    if (!definition.is_filler(phone)) phones.insert(definition.phone_name(phone));
  }
  return phones;
}

}  // namespace

std::vector<fs::path> speech_files(const SpeechFiles& files) {
  std::vector<fs::path> found{dictionary_of(files)};
  std::error_code ignored;
  for (const auto* name : kModelFiles) {
    if (auto file = folder_of(files) / name; fs::exists(file, ignored)) {
      found.push_back(std::move(file));
    }
  }
  std::ranges::sort(found);
  return found;
}

namespace {

// In English.
Result<std::optional<SpeechModel>> load(const SpeechFiles& files) {
  if (files.model.empty()) {
    const auto is_installed = is_there(folder_of(files));
    if (!is_installed) return tl::unexpected(is_installed.error());
    if (!*is_installed) return std::nullopt;
  }
  auto model = AcousticModel::load(folder_of(files));
  if (!model) return tl::unexpected(model.error());
  const auto dictionary = dictionary_of(files);
  auto lexicon = Lexicon::open(dictionary, phones_of(model->definition));
  if (!lexicon) return tl::unexpected(name_dictionary(lexicon.error(), dictionary));
  return SpeechModel{std::make_shared<const AcousticModel>(std::move(*model)), std::move(*lexicon),
                     std::nullopt, speech_files(files)};
}

// The same model for another language than English.
SpeechModel read_in(SpeechModel model, const SpeechFiles& files, std::string_view language) {
  auto voice = EspeakVoice::find(language);
  if (voice) {
    model.lexicon = model.lexicon.read_by(std::move(*voice), files.dictionary.empty()
                                                                 ? Lexicon::DictionaryOf::english
                                                                 : Lexicon::DictionaryOf::language);
  } else {
    model.voice_failure = voice.error();
  }
  return model;
}

}  // namespace

Result<std::optional<SpeechModel>> load_speech_model(const SpeechFiles& files,
                                                     std::string_view language) {
  auto model = load(files);
  if (!model || !*model || find_language(language).code == kEnglish) return model;
  return read_in(std::move(**model), files, language);
}

Result<const SpeechModel*> SpeechModels::find(const SpeechFiles& files,
                                              const std::string& language) {
  const std::lock_guard lock(mutex_);
  const auto key_of = [&](std::string_view of) {
    return Key(files.model, files.dictionary, std::string(of));
  };
  auto english = models_.find(key_of(kEnglish));
  if (english == models_.end()) {
    auto loaded = load(files);
    if (!loaded) return tl::unexpected(loaded.error());
    english = models_.emplace(key_of(kEnglish), std::move(*loaded)).first;
  }
  if (!english->second) return nullptr;
  if (find_language(language).code == kEnglish) return &*english->second;
  auto known = models_.find(key_of(language));
  if (known == models_.end()) {
    known = models_.emplace(key_of(language), read_in(*english->second, files, language)).first;
  }
  return &*known->second;
}

}  // namespace cmos
