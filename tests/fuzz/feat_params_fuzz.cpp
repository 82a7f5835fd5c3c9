// Fuzzes the reader of a model's `feat.params`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "speech/feature_options.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::parse_feature_options(bytes);
  return 0;
}
