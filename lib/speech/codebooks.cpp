#include "speech/codebooks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "speech/density_kernel.h"
#include "speech/sphinx_array.h"

namespace cmos {
namespace {

// Sharper densities than this (in the model's units) are noise of the training; the floor also
// keeps sums of squares within 32 bits: 13 x (32767 x scale / 32768)^2 < 2^31.
constexpr double kDeviationFloor = 0.5;
constexpr double kScaleOne = 64.0 / kFeatureUnit * 32768.0 / std::numbers::sqrt2;
constexpr double kMaxScale = kScaleOne / kDeviationFloor;
constexpr double kOffsetUnit = 4096.0;  // Squares of distances in 1/64.
// Added to every log determinant, so that costs are not negative.
constexpr double kOffsetBase = 16.0;
constexpr std::int32_t kNever = 1 << 30;
constexpr std::size_t kMaxCodebooks = 256;

struct Gaussians {
  std::size_t codebooks = 0;
  std::size_t densities = 0;
  std::vector<float> values;  // [codebook][stream][density][dimension]
};

Result<Gaussians> read_gaussians(std::string_view bytes, std::string_view file) {
  auto reader = SphinxArrayReader::open(bytes, std::string(file));
  if (!reader) return tl::unexpected(reader.error());
  Gaussians result;
  result.codebooks = reader->count();
  const std::size_t streams = reader->count();
  result.densities = reader->count();
  bool has_known_streams = streams == kStreamCount;
  for (int i = 0; has_known_streams && i < kStreamCount; ++i) {
    has_known_streams = reader->count() == kCepstrumSize;
  }
  if (!has_known_streams || result.codebooks == 0 || result.codebooks > kMaxCodebooks ||
      result.densities < kTopDensities || result.densities > kMaxDensities) {
    return tl::unexpected(Error{
        fmt::format("acoustic model: {}: only codebooks of {} streams of {} dimensions and of {} "
                    "to {} densities are supported (phonetically tied or semi-continuous)",
                    file, kStreamCount, kCepstrumSize, kTopDensities, kMaxDensities),
        "model-unsupported"});
  }
  auto values = reader->floats(result.codebooks * result.densities * kStreamCount * kCepstrumSize);
  if (!values) return tl::unexpected(values.error());
  if (const auto end = reader->finish(); !end) return tl::unexpected(end.error());
  result.values = std::move(*values);
  return result;
}

std::int16_t to_int16(double value) {
  return static_cast<std::int16_t>(std::clamp(value, -32767.0, 32767.0) +
                                   std::copysign(0.5, value));
}

}  // namespace

Result<Codebooks> Codebooks::parse(std::string_view means, std::string_view variances) {
  const auto m = read_gaussians(means, "means");
  if (!m) return tl::unexpected(m.error());
  const auto v = read_gaussians(variances, "variances");
  if (!v) return tl::unexpected(v.error());
  if (m->codebooks != v->codebooks || m->densities != v->densities) {
    return tl::unexpected(damaged_model("variances", "does not have the counts of means"));
  }
  if (std::ranges::any_of(v->values, [](float variance) { return variance < 0; })) {
    return tl::unexpected(damaged_model("variances", "holds a negative variance"));
  }
  Codebooks result;
  result.count_ = m->codebooks;
  result.densities_ = m->densities;
  result.padded_ = (m->densities + kDensityBlock - 1) / kDensityBlock * kDensityBlock;
  const std::size_t tables = result.count_ * kStreamCount;
  result.means_.assign(tables * result.padded_ * kPairCount * 2, 0);
  result.scales_.assign(result.means_.size(), 0);
  result.offsets_.assign(tables * result.padded_, kNever);
  for (std::size_t table = 0; table < tables; ++table) {
    for (std::size_t density = 0; density < result.densities_; ++density) {
      const std::size_t source = (table * result.densities_ + density) * kCepstrumSize;
      double determinant = 1;
      for (std::size_t d = 0; d < kCepstrumSize; ++d) {
        const double deviation =
            std::max<double>(std::sqrt(v->values[source + d]), kDeviationFloor);
        determinant *= deviation;
        const std::size_t target = result.place(table, density, d);
        result.means_[target] = to_int16(m->values[source + d] * kFeatureUnit);
        result.scales_[target] = to_int16(kScaleOne / deviation);
      }
      result.offsets_[table * result.padded_ + density] = static_cast<std::int32_t>(
          std::lround((std::log(determinant) + kOffsetBase) * kOffsetUnit));
    }
  }
  return result;
}

std::size_t Codebooks::place(std::size_t table, std::size_t density, std::size_t dimension) const {
  const std::size_t block = table * padded_ + density / kDensityBlock * kDensityBlock;
  return 2 * (block * kPairCount + dimension / 2 * kDensityBlock + density % kDensityBlock) +
         dimension % 2;
}

void Codebooks::score(std::size_t codebook, std::size_t stream,
                      std::span<const FeatureFrame> frames, std::span<TopDensities> tops) const {
  const std::size_t size = padded_ * kPairCount * 2;
  const std::size_t table = codebook * kStreamCount + stream;
  score_densities({means_.data() + table * size, scales_.data() + table * size,
                   offsets_.data() + table * padded_, padded_},
                  frames, stream, tops, kStreamCount);
}

Density Codebooks::density(std::size_t codebook, std::size_t stream, std::size_t density) const {
  const std::size_t table = codebook * kStreamCount + stream;
  Density result{};
  for (std::size_t d = 0; d < kCepstrumSize; ++d) {
    const std::size_t at = place(table, density, d);
    const double inverse_deviation = scales_[at] / kScaleOne;
    result.mean[d] = static_cast<double>(means_[at]) / kFeatureUnit;
    result.precision[d] = inverse_deviation * inverse_deviation;
  }
  return result;
}

void Codebooks::transform(std::size_t codebook, std::size_t stream,
                          const StreamTransform& transform) {
  const std::size_t table = codebook * kStreamCount + stream;
  for (std::size_t density = 0; density < densities_; ++density) {
    double wider = 0;
    for (std::size_t d = 0; d < kCepstrumSize; ++d) {
      const auto& [slope, offset, spread] = transform[d];
      const std::size_t at = place(table, density, d);
      means_[at] = to_int16(slope * means_[at] + offset * kFeatureUnit);
      const double scale = std::min(scales_[at] / spread, kMaxScale);
      if (scale > 0) wider += std::log(scales_[at] / scale);
      scales_[at] = to_int16(scale);
    }
    offsets_[table * padded_ + density] +=
        static_cast<std::int32_t>(std::lround(wider * kOffsetUnit));
  }
}

}  // namespace cmos
