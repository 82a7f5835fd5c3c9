// Fuzzes the reader of a model's `transition_matrices`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "speech/acoustic_model.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::parse_transitions(bytes, 1);
  return 0;
}
