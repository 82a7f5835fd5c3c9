#include "speech/feature_options.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "speech/sphinx_array.h"

namespace cmos {
namespace {

constexpr std::string_view kFeatParams = "feat.params";
constexpr std::string_view kSpace = " \t\r\n";

using Options = std::map<std::string_view, std::string_view>;

std::optional<std::string_view> next_token(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view token = text.substr(begin, text.find_first_of(kSpace, begin) - begin);
  text.remove_prefix(begin + token.size());
  return token;
}

Result<Options> split(std::string_view text) {
  Options options;
  while (const auto name = next_token(text)) {
    const auto value = next_token(text);
    if (!name->starts_with('-') || !value) {
      return tl::unexpected(damaged_model(kFeatParams, "is no list of \"-name value\""));
    }
    options[name->substr(1)] = *value;
  }
  return options;
}

// Reads options by name; remembers the first error.
class OptionReader {
 public:
  explicit OptionReader(const Options& options) : options_(options) {}

  template <typename Number>
  void number(std::string_view name, Number low, Number high, Number& value) {
    const auto found = options_.find(name);
    if (found == options_.end()) return;
    const std::string_view text = found->second;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !(value >= low) ||
        !(value <= high)) {
      fail(damaged_model(kFeatParams,
                         fmt::format("-{} {} is not between {} and {}", name, text, low, high)));
      value = low;
    }
  }

  void flag(std::string_view name, bool& value) {
    const auto found = options_.find(name);
    if (found != options_.end()) value = found->second == "yes" || found->second == "1";
  }

  // The option must have this value where it is given.
  void require(std::string_view name, std::string_view only) {
    const auto found = options_.find(name);
    if (found != options_.end() && found->second != only) unsupported(name, found->second);
  }

  void transform(CosineTransform& value) {
    const auto found = options_.find("transform");
    if (found == options_.end()) return;
    if (found->second == "legacy") {
      value = CosineTransform::legacy;
    } else if (found->second == "dct") {
      value = CosineTransform::dct;
    } else if (found->second == "htk") {
      value = CosineTransform::htk;
    } else {
      unsupported("transform", found->second);
    }
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  void unsupported(std::string_view name, std::string_view value) {
    fail(Error{fmt::format("acoustic model: {}: -{} {} is not supported", kFeatParams, name, value),
               "model-unsupported"});
  }
  void fail(Error error) {
    if (!error_) error_ = std::move(error);
  }

  const Options& options_;
  std::optional<Error> error_;
};

}  // namespace

Result<FeatureOptions> parse_feature_options(std::string_view text) {
  const Result<Options> options = split(text);
  if (!options) return tl::unexpected(options.error());
  OptionReader reader(*options);
  FeatureOptions result;
  reader.number("lowerf", 0.0, 4000.0, result.lower_frequency);
  reader.number("upperf", 1000.0, 8000.0, result.upper_frequency);
  reader.number("nfilt", kCepstrumSize, 100, result.filter_count);
  reader.number("alpha", 0.0, 1.0, result.pre_emphasis);
  double window = result.window.count();
  reader.number("wlen", 0.010, 0.032, window);  // 32 ms are the 512 points of the transform.
  result.window = std::chrono::duration<double>(window);
  reader.number("lifter", 0, 100, result.lifter);
  reader.transform(result.transform);
  reader.flag("round_filters", result.round_filters);
  reader.flag("remove_dc", result.remove_offset);
  reader.require("feat", "1s_c_d_dd");
  reader.require("svspec", "0-12/13-25/26-38");
  reader.require("ncep", "13");
  reader.require("nfft", "512");
  reader.require("frate", "100");
  reader.require("samprate", "16000");
  reader.require("varnorm", "no");
  reader.require("doublebw", "no");
  reader.require("unit_area", "yes");
  if (reader.error()) return tl::unexpected(*reader.error());
  if (result.upper_frequency < 2 * result.lower_frequency) {
    return tl::unexpected(damaged_model(kFeatParams, "-upperf lies too near to -lowerf"));
  }
  return result;
}

}  // namespace cmos
