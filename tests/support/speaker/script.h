// What a synthetic recording is to hold.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/speaker/voice.h"

namespace cmos::speaker {

struct Line {
  std::string voice;        // As make_voice() takes it.
  std::string text;         // UTF-8; its words are what white space separates. It may have none.
  Seconds silence{0};       // Between the last sound before it and its first one.
  double gain = 0;          // dB above kSpeechLevel.
  bool transcribed = true;  // If not, it is spoken, but its words are not part of the truth.
};

struct Script {
  Seconds intro{0};  // Music before the first line.
  std::vector<Line> lines;
  Seconds tail{0};            // Silence after the last line.
  std::optional<double> snr;  // dB of the speech above white noise that covers the whole recording.
};

// The JSON form, described by kScriptHelp. Throws std::runtime_error, for unknown names too.
Script read_script(const std::filesystem::path& path);

inline constexpr const char* kScriptHelp = R"(The script is a JSON object:
  {"intro": 20, "snr": 10, "tail": 0.5,
   "lines": [{"voice": "flite:slt", "text": "Hello there.", "silence": 0.4, "gain": -3,
              "transcribed": true}]}
Of a line, voice and text are needed. Times are seconds, gain and snr are dB.
  intro        music before the first line
  snr          white noise (up to 8 kHz) under everything, that far below the speech
  tail         silence after the last line
  voice        flite:kal16, flite:rms, flite:slt, flite:awb, or espeak:NAME (espeak:en+m7)
  silence      between the last sound before the line and its first one
  gain         louder or softer than other lines
  transcribed  false: spoken, but not among the words of the truth
)";

}  // namespace cmos::speaker
