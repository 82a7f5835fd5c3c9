// Fuzzes the reader of a model's `mixture_weights`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "speech/mixture_weights.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::parse_mixture_weights(bytes, 1, 1, 4);
  return 0;
}
