// Any bytes as a configuration: no crash, no hang; every diagnostic is an error with a place in the
// file, and what has none can be used.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "config/config.h"
#include "demand.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto [config, diagnostics] =
      cmos::parse_config({"site/.cmos-captions.yaml", std::string(bytes)});
  for (const auto& diagnostic : diagnostics) {
    demand(diagnostic.severity == cmos::Severity::error, "not an error");
    demand(diagnostic.position && diagnostic.position->line > 0, "no place");
    demand(diagnostic.rule.name().starts_with("config-"), "another's rule");
  }
  for (const auto& [number, value] : config.style.changes) {
    demand(value >= number->smallest && value <= number->largest, "out of range");
  }
  return 0;
}
