// Any bytes as a transcript, in the form that they seem to have and in one that they name: no
// crash, no hang, and what holds of every transcript holds.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "../transcript/invariants.h"
#include "transcript/docx_text.h"

namespace {

void check(const std::string& file, std::optional<cmos::TranscriptFormat> format) {
  const auto broken = invariants::broken_transcript(file, format);
  if (broken.empty()) return;
  std::fputs(broken.c_str(), stderr);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string file(reinterpret_cast<const char*>(data) + 1, size - 1);
  cmos::transcript::docx_text(file);
  const auto formats = cmos::transcript_format_names().size();
  check(file, std::nullopt);
  check(file, static_cast<cmos::TranscriptFormat>(data[0] % formats));
  return 0;
}
