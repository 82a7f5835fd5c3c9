// Fuzzes the reader of a model's `mdef`.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "speech/model_definition.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto definition = cmos::ModelDefinition::parse(bytes);
  if (!definition) return 0;
  // What was accepted can be asked anything.
  for (std::size_t phone = 0; phone < definition->phone_count(); ++phone) {
    const auto id = static_cast<cmos::PhoneId>(phone);
    for (const auto position : {cmos::WordPosition::internal, cmos::WordPosition::single}) {
      for (const auto senone : definition->triphone(id, id, id, position).senones) {
        if (definition->senone_phone(senone) >= definition->phone_count()) std::abort();
      }
    }
  }
  return 0;
}
