#include "speech/acoustic_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <utility>

#include "speech/mapped_file.h"
#include "speech/sphinx_array.h"

namespace cmos {
namespace {

constexpr std::size_t kMaxFileSize = std::size_t{256} << 20;

// The files of one folder; remembers the first error.
class Folder {
 public:
  explicit Folder(const std::filesystem::path& path) : path_(path) {}

  bool has(const char* name) const {
    std::error_code ignored;
    return std::filesystem::exists(path_ / name, ignored);
  }

  // Has the file's bytes parsed, which do not outlive that.
  template <typename Parse>
  auto parse(const char* name, const Parse& parse) const -> decltype(parse(std::string_view())) {
    const auto file = MappedFile::open(path_ / name, kMaxFileSize);
    if (file) return parse(file->bytes());
    return tl::unexpected(
        Error{fmt::format("acoustic model: {}: {}", (path_ / name).string(), file.error().message),
              file.error().rule == RuleName("not-found") ? RuleName("model-missing")
                                                         : RuleName("model-damaged")});
  }

 private:
  const std::filesystem::path& path_;
};

Result<MixtureWeights> read_weights(const Folder& folder, const AcousticModel& model) {
  const std::size_t senones = model.definition.senone_count();
  const std::size_t densities = model.codebooks.densities();
  if (folder.has("sendump")) {
    return folder.parse("sendump", [&](std::string_view bytes) {
      return parse_sendump(bytes, senones, kStreamCount, densities);
    });
  }
  return folder.parse("mixture_weights", [&](std::string_view bytes) {
    return parse_mixture_weights(bytes, senones, kStreamCount, densities);
  });
}

Result<Codebooks> read_codebooks(const Folder& folder) {
  return folder.parse("variances", [&](std::string_view variances) {
    return folder.parse("means",
                        [&](std::string_view means) { return Codebooks::parse(means, variances); });
  });
}

Result<void> check_codebooks(const AcousticModel& model) {
  const std::size_t count = model.codebooks.count();
  if (count == 1 || count == model.definition.phone_count()) return {};
  return tl::unexpected(
      Error{fmt::format("acoustic model: means: {} codebooks for {} phones: only phonetically tied "
                        "(one a phone) and semi-continuous models (one in all) are supported",
                        count, model.definition.phone_count()),
            "model-unsupported"});
}

Result<std::vector<PhoneId>> find_noises(const std::vector<std::string>& names,
                                         const ModelDefinition& definition) {
  std::vector<PhoneId> noises;
  for (const std::string& name : names) {
    const auto phone = definition.find_phone(name);
    if (!phone) {
      return tl::unexpected(damaged_model("noisedict", fmt::format("{} is no phone", name)));
    }
    if (*phone != definition.silence()) noises.push_back(*phone);
  }
  return noises;
}

// Takes over what was read, or tells that it failed.
template <typename Value>
bool assign(Result<Value> source, Value& target, std::optional<Error>& error) {
  if (source) {
    target = std::move(*source);
  } else {
    error = std::move(source.error());
  }
  return source.has_value();
}

std::int32_t to_cost(double probability) {
  if (probability <= 0) return kImpossible;
  return static_cast<std::int32_t>(std::lround(-std::log(probability) * kNat));
}

}  // namespace

Result<std::vector<Transitions>> parse_transitions(std::string_view bytes, std::size_t count) {
  const std::string file = "transition_matrices";
  auto reader = SphinxArrayReader::open(bytes, file);
  if (!reader) return tl::unexpected(reader.error());
  constexpr std::size_t kTargets = kStatesPerPhone + 1;
  if (reader->count() != count || reader->count() != kStatesPerPhone ||
      reader->count() != kTargets) {
    return tl::unexpected(damaged_model(file, "does not have the counts of mdef"));
  }
  const auto values = reader->floats(count * kStatesPerPhone * kTargets);
  if (!values) return tl::unexpected(values.error());
  if (const auto end = reader->finish(); !end) return tl::unexpected(end.error());
  std::vector<Transitions> result(count);
  const float* value = values->data();
  for (Transitions& matrix : result) {
    for (std::size_t from = 0; from < kStatesPerPhone; ++from, value += kTargets) {
      double sum = 0;
      for (std::size_t to = 0; to < kTargets; ++to) {
        if (value[to] < 0 || (to < from && value[to] > 0)) {
          return tl::unexpected(damaged_model(file, "leads back to an earlier state"));
        }
        sum += value[to];
      }
      if (!(sum > 0)) return tl::unexpected(damaged_model(file, "has a state that leads nowhere"));
      for (std::size_t to = 0; to < kTargets; ++to) matrix[from][to] = to_cost(value[to] / sum);
    }
  }
  return result;
}

Result<std::vector<std::string>> parse_noise_dictionary(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (line.empty()) continue;
    const std::size_t space = line.find_last_of(" \t");
    if (space == std::string_view::npos || space == 0) {
      return tl::unexpected(damaged_model("noisedict", "has a line that is not \"WORD PHONE\""));
    }
    std::string name(line.substr(space + 1));
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

Result<AcousticModel> AcousticModel::load(const std::filesystem::path& path) {
  const Folder folder(path);
  AcousticModel model;
  std::optional<Error> error;
  std::vector<std::string> noise_names;
  // The two that take longest are read side by side.
  auto codebooks = std::async(std::launch::async, [&folder] { return read_codebooks(folder); });
  if (assign(folder.parse("feat.params", parse_feature_options), model.features, error) &&
      assign(folder.parse("mdef", ModelDefinition::parse), model.definition, error) &&
      assign(codebooks.get(), model.codebooks, error) &&
      assign(read_weights(folder, model), model.weights, error) &&
      assign(folder.parse("transition_matrices",
                          [&](std::string_view bytes) {
                            return parse_transitions(bytes, model.definition.transition_count());
                          }),
             model.transitions, error) &&
      assign(folder.parse("noisedict", parse_noise_dictionary), noise_names, error) &&
      assign(find_noises(noise_names, model.definition), model.noises, error)) {
    if (const auto fits = check_codebooks(model); !fits) return tl::unexpected(fits.error());
    return model;
  }
  return tl::unexpected(std::move(*error));
}

}  // namespace cmos
