#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "support/speaker/recording.h"
#include "support/speaker/wav.h"

int main(int argc, char** argv) try {
  CLI::App app{
      "Speaks a script in synthetic voices and writes the true start and end of every word.",
      "speaker"};
  app.footer(cmos::speaker::kScriptHelp);
  std::string script;
  std::string wav;
  std::string truth;
  app.add_option("SCRIPT", script, "JSON file, see below")->required();
  app.add_option("-o,--output", wav, "WAV file, 16 bit, mono, 44.1 kHz")->required();
  app.add_option("-t,--truth", truth, "JSON file with the words' times")->required();
  CLI11_PARSE(app, argc, argv);

  const auto recording = cmos::speaker::record(cmos::speaker::read_script(script));
  cmos::speaker::write_wav(wav, recording.samples, cmos::speaker::kRecordingRate);
  cmos::write_truth(truth, recording.truth);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "speaker: " << error.what() << '\n';
  return 1;
}
