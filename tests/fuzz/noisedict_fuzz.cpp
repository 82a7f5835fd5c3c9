// Fuzzes the reader of a model's `noisedict`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "speech/acoustic_model.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::parse_noise_dictionary(bytes);
  return 0;
}
