// Speech with known word times, made for one test by the speaker.
#pragma once

#include <filesystem>
#include <string>

#include "support/mp3.h"
#include "support/temporary_folder.h"
#include "support/truth.h"

struct SpokenAudio {
  std::filesystem::path wav;  // 16 bit, mono, 44.1 kHz.
  cmos::Truth truth;
};

// Speaks a script (JSON, see `speaker --help`) into NAME.wav. Throws std::runtime_error with what
// the speaker said.
SpokenAudio speak(const TemporaryFolder& folder, const std::string& name,
                  const std::string& script);
