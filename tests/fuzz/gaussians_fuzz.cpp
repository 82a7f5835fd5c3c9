// Fuzzes the reader of a model's `means and variances`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "speech/codebooks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::Codebooks::parse(bytes, bytes);
  return 0;
}
