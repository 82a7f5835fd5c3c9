#include <catch2/catch.hpp>

#include "speech/acoustic_model.h"
#include "support/temporary_folder.h"

using namespace cmos;

TEST_CASE("Debian's English model is read as it is described") {
  const auto model = AcousticModel::load(kDefaultModelFolder);
  REQUIRE(model);
  CHECK(model->definition.phone_count() == 42);
  CHECK(model->definition.senone_count() == 5126);
  CHECK(model->codebooks.count() == 42);
  CHECK(model->codebooks.densities() == 128);
  CHECK(model->transitions.size() == 42);
  CHECK(model->noises.size() == 2);
  CHECK(model->features.filter_count == 25);
  CHECK(model->features.lifter == 22);
  CHECK(model->definition.phone_name(model->definition.silence()) == "SIL");
}

TEST_CASE("A phone in context has states of its own, which belong to its base phone") {
  const auto model = AcousticModel::load(kDefaultModelFolder);
  REQUIRE(model);
  const ModelDefinition& definition = model->definition;
  const auto phone = definition.find_phone("AE");
  const auto left = definition.find_phone("K");
  const auto right = definition.find_phone("T");
  REQUIRE((phone && left && right));
  const PhoneModel in_cat = definition.triphone(*phone, *left, *right, WordPosition::internal);
  CHECK(in_cat.senones != definition.base_model(*phone).senones);
  for (const SenoneId senone : in_cat.senones) CHECK(definition.senone_phone(senone) == *phone);
  // Noise beside a phone counts as silence.
  const auto noise = definition.find_phone("+NSN+");
  REQUIRE(noise);
  CHECK(definition.triphone(*phone, *noise, *right, WordPosition::begin).senones ==
        definition.triphone(*phone, definition.silence(), *right, WordPosition::begin).senones);
  CHECK_FALSE(definition.find_phone("XX"));
}

TEST_CASE("A model that is not there is an error that names the file") {
  const TemporaryFolder folder;
  const auto model = AcousticModel::load(folder.path());
  REQUIRE_FALSE(model);
  CHECK(model.error().rule.name() == "model-missing");
  CHECK(model.error().message.find("feat.params") != std::string::npos);
}
