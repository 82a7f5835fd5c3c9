#include "support/spoken_audio.h"

#include <fstream>
#include <stdexcept>

#include "support/process.h"

SpokenAudio speak(const TemporaryFolder& folder, const std::string& name,
                  const std::string& script) {
  const auto script_file = folder.path() / (name + ".script.json");
  const auto truth_file = folder.path() / (name + ".truth.json");
  SpokenAudio audio{folder.path() / (name + ".wav"), {}};
  std::ofstream(script_file, std::ios::binary) << script;
  const auto result = run({CMOS_SPEAKER, script_file, "-o", audio.wav, "-t", truth_file});
  if (result.exit_code != 0) throw std::runtime_error(result.err);
  audio.truth = cmos::read_truth(truth_file);
  return audio;
}
