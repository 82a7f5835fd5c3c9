// Sound files without compression.
#pragma once

#include <filesystem>
#include <vector>

namespace cmos::speaker {

// 16-bit mono WAV. Throws std::runtime_error.
void write_wav(const std::filesystem::path& path, const std::vector<float>& samples, int rate);

}  // namespace cmos::speaker
