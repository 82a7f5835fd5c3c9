#include "speech/speech_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "language/language.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// What the models of the default folder and dictionary speak.
constexpr std::string_view kDefaultModelLanguage = "en";

Error name_dictionary(const Error& error, const fs::path& file) {
  const auto line = error.position ? fmt::format(":{}", error.position->line) : "";
  return {fmt::format("dictionary: {}{}: {}", file.string(), line, error.message), error.rule};
}

std::vector<fs::path> files_of(const fs::path& folder, const fs::path& dictionary) {
  std::vector<fs::path> files{dictionary};
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
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

Result<std::optional<SpeechModel>> load_speech_model(const SpeechFiles& files,
                                                     std::string_view language) {
  const fs::path folder = files.model.empty() ? fs::path(kDefaultModelFolder) : files.model;
  std::error_code ignored;
  const bool fits = find_language(language).code == kDefaultModelLanguage;
  if (files.model.empty() && (!fits || !fs::exists(folder, ignored))) return std::nullopt;
  auto model = AcousticModel::load(folder);
  if (!model) return tl::unexpected(model.error());
  const fs::path file = files.dictionary.empty() ? fs::path(kDefaultDictionary) : files.dictionary;
  auto lexicon = Lexicon::open(file, phones_of(model->definition));
  if (!lexicon) return tl::unexpected(name_dictionary(lexicon.error(), file));
  return SpeechModel{std::move(*model), std::move(*lexicon), files_of(folder, file)};
}

Result<const SpeechModel*> SpeechModels::find(const SpeechFiles& files,
                                              const std::string& language) {
  const std::lock_guard lock(mutex_);
  const Key key(files.model, files.dictionary, language);
  auto known = models_.find(key);
  if (known == models_.end()) {
    known = models_.emplace(key, load_speech_model(files, language)).first;
  }
  const auto& model = known->second;
  if (!model) return tl::unexpected(model.error());
  return *model ? &**model : nullptr;
}

}  // namespace cmos
