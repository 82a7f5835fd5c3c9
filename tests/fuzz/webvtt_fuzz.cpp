// Any bytes as WebVTT: read, written again and read back, the cues stay the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "format/plain_text.h"
#include "format/webvtt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = cmos::read_webvtt(bytes, "fuzz.vtt").value;
  if (read.positions.size() != read.cues.size()) std::abort();
  const auto again = cmos::read_webvtt(cmos::write_webvtt(read.cues), "again.vtt").value;
  if (again.cues.size() != read.cues.size()) std::abort();
  for (std::size_t i = 0; i < read.cues.size(); ++i) {
    if (again.cues[i].time != read.cues[i].time) std::abort();
    if (cmos::text_of(again.cues[i]) != cmos::text_of(read.cues[i])) std::abort();
  }
  return 0;
}
