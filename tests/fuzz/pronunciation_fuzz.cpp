// Any bytes as a shown word: at most the promised number of pronunciations, all of phones.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "speech/lexicon.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto lexicon = cmos::Lexicon::open(cmos::kDefaultDictionary).value();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto ways = lexicon.pronounce(text);
  if (ways.size() > 24) std::abort();
  for (const auto& phones : ways) {
    if (phones.empty()) std::abort();
    for (const auto& phone : phones) {
      if (!cmos::arpabet().contains(phone) && phone != cmos::kPausePhone) std::abort();
    }
  }
  (void)lexicon.parse_pronunciation(text);
  return 0;
}
