// Where an acoustic model lies.
#pragma once

#include <filesystem>

namespace cmos {

// An acoustic model and its dictionary. Empty: as Debian's package pocketsphinx-en-us has it, which
// is for English.
struct SpeechFiles {
  std::filesystem::path model;       // A folder.
  std::filesystem::path dictionary;  // A file.
};

}  // namespace cmos
