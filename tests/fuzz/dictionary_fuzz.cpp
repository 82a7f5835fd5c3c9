// Any bytes as a dictionary: an error, or a dictionary whose every word can be looked up.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "speech/dictionary.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto dictionary = cmos::Dictionary::parse(text, cmos::arpabet());
  if (!dictionary) return 0;
  for (std::size_t begin = 0; begin < size;) {
    const auto word = text.substr(begin, text.find_first_of(" \t\r\n", begin) - begin);
    for (const auto& phones : dictionary->find(word)) {
      if (phones.empty()) std::abort();
      for (const auto& phone : phones) {
        if (!cmos::arpabet().contains(phone)) std::abort();
      }
    }
    const auto line_end = text.find('\n', begin);
    begin = line_end == std::string_view::npos ? size : line_end + 1;
  }
  return 0;
}
