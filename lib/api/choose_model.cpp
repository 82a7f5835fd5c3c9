#include "api/choose_model.h"

#include <optional>
#include <string>

namespace cmos {

Result<const SpeechModel*> choose_model(const EpisodePage& page, SpeechModels& models,
                                        Diagnostics& diagnostics) {
  const auto fall_back = [&](const std::string& why, RuleName rule) {
    diagnostics.push_back(
        make_diagnostic(rule, page.page.name, std::nullopt,
                        why + ": the times come from stamps and silences, and words may be half a "
                              "second off"));
  };
  if (page.settings.timing == TimingMethod::silences) {
    fall_back("no acoustic model is used", "align-silence");
    return nullptr;
  }
  const auto model = models.find(page.settings.speech, page.episode.language);
  if (model && *model == nullptr) {
    fall_back("there is no acoustic model (install pocketsphinx-en-us, or name one with --model)",
              "model-missing");
  }
  if (model && *model != nullptr && (*model)->voice_failure) {
    const auto& failure = *(*model)->voice_failure;
    diagnostics.push_back(make_diagnostic(
        failure.rule, page.page.name, std::nullopt,
        failure.message + ": the words are read by the rules of English, and their times may be a "
                          "tenth of a second off"));
  }
  return model;
}

}  // namespace cmos
