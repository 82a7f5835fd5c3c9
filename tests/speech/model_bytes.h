// Files of acoustic models as bytes: those of Debian's English one, and others made up.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/atomic_file.h"
#include "speech/acoustic_model.h"

namespace cmos {

inline std::string model_bytes(const std::string& name) {
  const auto path = std::filesystem::path(kDefaultModelFolder) / name;
  auto content = read_file(path, std::size_t{64} << 20);
  if (!content) throw std::runtime_error("install pocketsphinx-en-us: " + content.error().message);
  return std::move(*content);
}

// A file of Sphinx's third format without a checksum.
inline std::string sphinx_array(std::initializer_list<std::uint32_t> counts,
                                const std::vector<float>& values) {
  std::string bytes = "s3\nversion 1.0\nendhdr\n";
  const auto put = [&](auto value) { bytes.append(reinterpret_cast<const char*>(&value), 4); };
  put(std::uint32_t{0x11223344});
  for (const std::uint32_t count : counts) put(count);
  for (const float value : values) put(value);
  return bytes;
}

}  // namespace cmos
