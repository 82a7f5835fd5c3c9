#include "speech/speech_model.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "support/temporary_folder.h"

TEST_CASE("a model is loaded once for all that ask for it") {
  if (!std::filesystem::exists(cmos::kDefaultModelFolder)) {
    std::cout << "SKIPPED: pocketsphinx-en-us is not installed\n";
    return;
  }
  cmos::SpeechModels models;
  const auto first = models.find({}, "en");
  REQUIRE(first);
  REQUIRE(*first != nullptr);
  CHECK(models.find({}, "en").value() == *first);
  CHECK((*first)->sounds->definition.phone_count() > 0);
}

TEST_CASE("a broken model is an error each time") {
  cmos::SpeechModels models;
  const TemporaryFolder empty;
  for (int i = 0; i < 2; ++i) {
    const auto broken = models.find({empty.path(), {}}, "en");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().rule.name() == "model-missing");
  }
}

TEST_CASE("all languages share one acoustic model, and one that nobody reads says so") {
  if (!std::filesystem::exists(cmos::kDefaultModelFolder)) {
    std::cout << "SKIPPED: pocketsphinx-en-us is not installed\n";
    return;
  }
  cmos::SpeechModels models;
  const auto* const english = models.find({}, "en").value();
  const auto* const german = models.find({}, "de").value();
  const auto* const unknown = models.find({}, "qaa").value();
  CHECK(models.find({}, "de").value() == german);
  CHECK(german->sounds == english->sounds);
  CHECK(unknown->sounds == english->sounds);
  CHECK_FALSE(english->voice_failure);
  REQUIRE(unknown->voice_failure);
  CHECK(unknown->lexicon.pronounce("Zug") == english->lexicon.pronounce("Zug"));
  if (german->voice_failure && german->voice_failure->rule.name() == "espeak-missing") {
    std::cout << "SKIPPED: libespeak-ng1 is not installed\n";
    return;
  }
  CHECK_FALSE(german->voice_failure);
  CHECK(unknown->voice_failure->rule.name() == "voice-missing");
  CHECK(german->lexicon.pronounce("Zug") != english->lexicon.pronounce("Zug"));
}
