// Sound files made at test time, and what the library says of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "media/audio.h"

using Samples = std::vector<float>;  // Between -1 and 1.
using Channels = std::vector<Samples>;
using Bytes = std::vector<std::byte>;

// A WAV of 16 bits. All channels have the same length.
void write_wav(const std::filesystem::path& path, const Channels& channels, int sample_rate);

// Runs a program; its arguments go through the shell. Throws with what it printed if it fails.
// Returns what it printed.
std::string run(const std::string& command);

// ffmpeg with these arguments between input and output, quietly.
void ffmpeg(const std::filesystem::path& input, const std::string& arguments,
            const std::filesystem::path& output);

// One value of the first audio stream, or of the format if the stream has none, by ffprobe.
std::string ffprobe(const std::filesystem::path& path, const std::string& entry);

Bytes read_bytes(const std::filesystem::path& path);
Bytes random_bytes(std::size_t count, unsigned seed);
Bytes operator+(Bytes a, const Bytes& b);

// A sine whose loudness swells and fades four times a second: something to decode.
Samples tone(double seconds, int sample_rate, double hertz = 440, double amplitude = 0.5);

// A short burst of 1 kHz around the moment, added to the samples.
void add_click(Samples& samples, int sample_rate, double moment);

// When the click within 20 ms of the moment is loudest, in samples at cmos::kSinkRate.
double find_click(std::span<const float> samples, double moment);

// RMS.
double loudness(std::span<const float> samples);

struct Decoded {
  cmos::AudioInfo info;
  Samples samples;
};

// Throws if it is an error.
Decoded decode(cmos::ByteSource& source);
Decoded decode(const Bytes& bytes);
Decoded decode(const std::filesystem::path& path);

cmos::Result<cmos::AudioInfo> analyze(const Bytes& bytes);
