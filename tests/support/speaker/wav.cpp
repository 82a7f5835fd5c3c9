#include "support/speaker/wav.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>

namespace cmos::speaker {
namespace {

void append_number(std::string& bytes, std::uint32_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

}  // namespace

void write_wav(const std::filesystem::path& path, const std::vector<float>& samples, int rate) {
  const auto size = static_cast<std::uint32_t>(2 * samples.size());
  std::string bytes = "RIFF";
  append_number(bytes, 36 + size, 4);
  bytes += "WAVEfmt ";
  append_number(bytes, 16, 4);  // Size of this chunk.
  append_number(bytes, 1, 2);   // PCM.
  append_number(bytes, 1, 2);   // Channels.
  append_number(bytes, static_cast<std::uint32_t>(rate), 4);
  append_number(bytes, static_cast<std::uint32_t>(2 * rate), 4);  // Bytes a second.
  append_number(bytes, 2, 2);                                     // Bytes a sample.
  append_number(bytes, 16, 2);                                    // Bits a sample.
  bytes += "data";
  append_number(bytes, size, 4);
  for (const float sample : samples) {
    const auto value = std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F);
    append_number(bytes, static_cast<std::uint32_t>(value), 2);
  }
  std::ofstream file(path, std::ios::binary);
  file << bytes << std::flush;
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace cmos::speaker
