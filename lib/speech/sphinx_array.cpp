#include "speech/sphinx_array.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <utility>

namespace cmos {
namespace {

constexpr std::uint32_t kByteOrder = 0x11223344;
constexpr std::size_t kMaxHeaderLines = 64;

}  // namespace

Error damaged_model(std::string_view file, std::string_view what) {
  return Error{fmt::format("acoustic model: {}: {}", file, what), "model-damaged"};
}

SphinxArrayReader::SphinxArrayReader(ByteCursor cursor, bool has_checksum, std::string file)
    : cursor_(cursor), has_checksum_(has_checksum), file_(std::move(file)) {}

Result<SphinxArrayReader> SphinxArrayReader::open(std::string_view bytes, std::string file) {
  ByteCursor cursor(bytes);
  if (cursor.take_until('\n') != "s3") {
    return tl::unexpected(damaged_model(file, "does not start with \"s3\""));
  }
  bool has_checksum = false;
  for (std::size_t line_count = 0;; ++line_count) {
    const std::string_view line = cursor.take_until('\n');
    if (cursor.failed() || line_count == kMaxHeaderLines) {
      return tl::unexpected(damaged_model(file, "has no end of its header"));
    }
    if (line.starts_with("chksum0 yes")) has_checksum = true;
    if (line.ends_with("endhdr")) break;
  }
  const std::uint32_t order = cursor.u32();
  if (order != kByteOrder && order != __builtin_bswap32(kByteOrder)) {
    return tl::unexpected(damaged_model(file, "has no byte-order word after its header"));
  }
  cursor.set_swapped(order != kByteOrder);
  return SphinxArrayReader(cursor, has_checksum, std::move(file));
}

std::uint32_t SphinxArrayReader::word() {
  const std::uint32_t value = cursor_.u32();
  checksum_ = std::rotl(checksum_, 20) + value;
  return value;
}

std::uint32_t SphinxArrayReader::count() {
  return word();
}

Result<std::vector<float>> SphinxArrayReader::floats(std::size_t expected_total) {
  const std::uint32_t total = word();
  if (total != expected_total) {
    return tl::unexpected(damaged_model(
        file_, fmt::format("says {} numbers where its counts make {}", total, expected_total)));
  }
  if (cursor_.remaining() / sizeof(float) < expected_total) {
    return tl::unexpected(damaged_model(file_, "is cut short"));
  }
  std::vector<float> values(expected_total);
  for (float& value : values) {
    value = std::bit_cast<float>(word());
    if (!std::isfinite(value)) return tl::unexpected(damaged_model(file_, "holds no number"));
  }
  return values;
}

Result<void> SphinxArrayReader::finish() {
  if (has_checksum_ && cursor_.u32() != checksum_) {
    return tl::unexpected(damaged_model(file_, "does not match its checksum"));
  }
  if (cursor_.failed()) return tl::unexpected(damaged_model(file_, "is cut short"));
  if (cursor_.remaining() != 0) {
    return tl::unexpected(damaged_model(file_, "goes on behind its end"));
  }
  return {};
}

}  // namespace cmos
