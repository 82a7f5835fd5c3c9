#include "speech/mixture_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "speech/byte_cursor.h"
#include "speech/sphinx_array.h"

namespace cmos {
namespace {

constexpr std::string_view kSendump = "sendump";
constexpr std::size_t kMaxHeaderStrings = 64;
constexpr double kFloor = 1e-7;  // -mixwfloor of PocketSphinx.

Error other_counts(std::string_view file) {
  return damaged_model(file, "does not have the counts of the model's other files");
}

// The strings in front of the weights, each with its length, ended by a length of zero.
Result<void> read_sendump_header(ByteCursor& cursor) {
  const std::uint32_t length = cursor.u32();
  cursor.set_swapped(length > 0xFFFF);  // No header is that long: the other byte order.
  cursor.take(cursor.swapped() ? __builtin_bswap32(length) : length);
  for (std::size_t i = 0; i < kMaxHeaderStrings; ++i) {
    const std::uint32_t size = cursor.u32();
    if (cursor.failed()) return tl::unexpected(damaged_model(kSendump, "is cut short"));
    if (size == 0) return {};
    const std::string_view text = cursor.take(size);
    if (text.starts_with("cluster_count ") && !text.starts_with("cluster_count 0")) {
      return tl::unexpected(Error{"acoustic model: sendump: clustered weights are not supported",
                                  "model-unsupported"});
    }
  }
  return tl::unexpected(damaged_model(kSendump, "has no end of its header"));
}

// Turns one stream's rows of densities into the senones' rows; in blocks that stay in the cache.
void transpose(std::string_view rows, std::size_t stream, MixtureWeights& weights) {
  constexpr std::size_t kBlock = 64;
  for (std::size_t begin = 0; begin < weights.senones; begin += kBlock) {
    const std::size_t end = std::min(begin + kBlock, weights.senones);
    for (std::size_t density = 0; density < weights.densities; ++density) {
      const char* source = rows.data() + density * weights.senones;
      for (std::size_t senone = begin; senone < end; ++senone) {
        weights.bytes[(senone * weights.streams + stream) * weights.densities + density] =
            static_cast<std::uint8_t>(source[senone]);
      }
    }
  }
}

std::uint8_t to_byte(double probability) {
  const double steps = -std::log(std::max(probability, kFloor)) / kWeightStep;
  return static_cast<std::uint8_t>(std::clamp(std::lround(steps), 0L, 255L));
}

}  // namespace

const std::array<float, 256>& linear_weights() {
  static const auto weights = [] {
    std::array<float, 256> table{};
    for (std::size_t b = 0; b < table.size(); ++b) {
      table[b] = static_cast<float>(std::exp(-static_cast<double>(b) * kWeightStep));
    }
    return table;
  }();
  return weights;
}

Result<MixtureWeights> parse_sendump(std::string_view bytes, std::size_t senones,
                                     std::size_t streams, std::size_t densities) {
  ByteCursor cursor(bytes);
  if (const auto header = read_sendump_header(cursor); !header) {
    return tl::unexpected(header.error());
  }
  if (cursor.u32() != densities || cursor.u32() != senones) {
    return tl::unexpected(other_counts(kSendump));
  }
  if (cursor.remaining() != senones * streams * densities) {
    return tl::unexpected(damaged_model(kSendump, "is not as long as its counts say"));
  }
  MixtureWeights weights{senones, streams, densities, {}};
  weights.bytes.resize(senones * streams * densities);
  for (std::size_t stream = 0; stream < streams; ++stream) {
    transpose(cursor.take(densities * senones), stream, weights);
  }
  return weights;
}

Result<MixtureWeights> parse_mixture_weights(std::string_view bytes, std::size_t senones,
                                             std::size_t streams, std::size_t densities) {
  const std::string file = "mixture_weights";
  auto reader = SphinxArrayReader::open(bytes, file);
  if (!reader) return tl::unexpected(reader.error());
  if (reader->count() != senones || reader->count() != streams || reader->count() != densities) {
    return tl::unexpected(other_counts(file));
  }
  const auto values = reader->floats(senones * streams * densities);
  if (!values) return tl::unexpected(values.error());
  if (const auto end = reader->finish(); !end) return tl::unexpected(end.error());

  MixtureWeights weights{senones, streams, densities, {}};
  weights.bytes.reserve(values->size());
  for (std::size_t row = 0; row < values->size(); row += densities) {
    const std::span<const float> counts(values->data() + row, densities);
    double sum = 0;
    for (const float count : counts) sum += count;
    if (!(sum > 0) || *std::ranges::min_element(counts) < 0) {
      return tl::unexpected(damaged_model(file, "holds weights that are no probabilities"));
    }
    for (const float count : counts) weights.bytes.push_back(to_byte(count / sum));
  }
  return weights;
}

}  // namespace cmos
