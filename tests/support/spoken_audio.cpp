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

SpokenPage speak_page(const TemporaryFolder& folder, const std::filesystem::path& page,
                      const std::vector<std::string>& options) {
  const auto out = folder.path() / "spoken";
  std::vector<std::string> command{CMOS_SPEAK_PAGE, page, "--output-dir", out};
  command.insert(command.end(), options.begin(), options.end());
  const auto result = run(command);
  if (result.exit_code != 0) throw std::runtime_error(result.err);
  const auto stem = page.stem().string();
  SpokenPage spoken{out / page.filename(), {}, out / (stem + ".wav"), {}};
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    if (entry.path().extension() == ".mp3") spoken.mp3 = entry.path();
  }
  spoken.truth = cmos::read_truth(out / (stem + ".words.truth.json"));
  return spoken;
}
