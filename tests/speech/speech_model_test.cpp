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
  CHECK((*first)->sounds.definition.phone_count() > 0);
}

TEST_CASE("a language without a model has none, and a broken model is an error each time") {
  cmos::SpeechModels models;
  const auto german = models.find({}, "de");
  REQUIRE(german);
  CHECK(*german == nullptr);
  const TemporaryFolder empty;
  for (int i = 0; i < 2; ++i) {
    const auto broken = models.find({empty.path(), {}}, "en");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().rule.name() == "model-missing");
  }
}
