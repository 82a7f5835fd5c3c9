// Fuzzes the reader of a model's `sendump`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "speech/mixture_weights.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::parse_sendump(bytes, 4, 3, 2);
  return 0;
}
