// The files of Debian's English model, as bytes.
#pragma once

#include <stdexcept>
#include <string>

#include "base/atomic_file.h"
#include "speech/acoustic_model.h"

namespace cmos {

inline std::string model_bytes(const std::string& name) {
  const auto path = std::filesystem::path(kDefaultModelFolder) / name;
  auto content = read_file(path, std::size_t{64} << 20);
  if (!content) throw std::runtime_error("install pocketsphinx-en-us: " + content.error().message);
  return std::move(*content);
}

}  // namespace cmos
