// Speech with known word times, made for one test by the speaker.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

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

struct SpokenPage {
  std::filesystem::path page;  // A copy whose stamps, size and time are true.
  std::filesystem::path mp3;   // Where the copy says, beside it.
  std::filesystem::path wav;
  cmos::Truth truth;  // One word for each of Episode::words.
};

// Reads an episode page aloud into folder/spoken; for the options see `speak_page --help`. Throws
// std::runtime_error with what speak_page said.
SpokenPage speak_page(const TemporaryFolder& folder, const std::filesystem::path& page,
                      const std::vector<std::string>& options = {});
