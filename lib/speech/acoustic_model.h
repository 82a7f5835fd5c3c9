// What the sounds of a language look like: a Sphinx acoustic model as it lies on disk.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "speech/codebooks.h"
#include "speech/feature_options.h"
#include "speech/mixture_weights.h"
#include "speech/model_definition.h"
#include "speech/score.h"

namespace cmos {

// Where Debian's package pocketsphinx-en-us puts its English model.
constexpr std::string_view kDefaultModelFolder = "/usr/share/pocketsphinx/model/en-us/en-us";

// The files of a model that are read; of "sendump" and "mixture_weights" one.
inline constexpr std::array kModelFiles{"feat.params",         "mdef",      "means",
                                        "mixture_weights",     "noisedict", "sendump",
                                        "transition_matrices", "variances"};

// Costs of going from state to state; the last column leaves the phone. Whatever is not possible
// costs kImpossible.
using Transitions = std::array<std::array<Score, kStatesPerPhone + 1>, kStatesPerPhone>;

// Reads `transition_matrices`; only steps to the same or a later state may be possible.
Result<std::vector<Transitions>> parse_transitions(std::string_view bytes, std::size_t count);

// The names of the noises in `noisedict` (lines "<sil> SIL"), without repetition.
Result<std::vector<std::string>> parse_noise_dictionary(std::string_view text);

// Immutable once loaded; safe to share between threads.
struct AcousticModel {
  FeatureOptions features;
  ModelDefinition definition;
  Codebooks codebooks;
  MixtureWeights weights;
  std::vector<Transitions> transitions;
  std::vector<PhoneId> noises;  // Fillers other than silence: sounds that are no speech.

  // Which codebook a senone uses: that of its phone, or the only one.
  std::size_t codebook_of(SenoneId senone) const {
    return codebooks.count() == 1 ? 0 : definition.senone_phone(senone);
  }

  // Errors: "model-missing" (no such folder or file), "model-damaged", "model-unsupported".
  static Result<AcousticModel> load(const std::filesystem::path& folder);
};

}  // namespace cmos
