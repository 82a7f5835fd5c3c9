#include "media/sound_files.h"

#include <array>
#include <cmath>
#include <complex>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <numbers>
#include <random>
#include <stdexcept>
#include <utility>

namespace fs = std::filesystem;

namespace {

constexpr double kClickHertz = 1000;
constexpr double kTau = 2 * std::numbers::pi;

void put(std::ostream& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.put(static_cast<char>(value >> (8 * i) & 0xFF));
}

class Collector : public cmos::SampleSink {
 public:
  void consume(std::span<const float> samples) override {
    if (finished_) throw std::logic_error("samples behind the end");
    samples_.insert(samples_.end(), samples.begin(), samples.end());
  }
  void finish() override {
    if (finished_) throw std::logic_error("finished twice");
    finished_ = true;
  }
  Samples take() && {
    if (!finished_) throw std::logic_error("not finished");
    return std::move(samples_);
  }

 private:
  Samples samples_;
  bool finished_ = false;
};

}  // namespace

void write_wav(const fs::path& path, const Channels& channels, int sample_rate) {
  std::ofstream out(path, std::ios::binary);
  const auto count = static_cast<std::uint32_t>(channels.size());
  const auto rate = static_cast<std::uint32_t>(sample_rate);
  const auto bytes = static_cast<std::uint32_t>(channels[0].size()) * count * 2;
  out << "RIFF";
  put(out, 36 + bytes, 4);
  out << "WAVEfmt ";
  put(out, 16, 4);
  put(out, 1, 2);
  put(out, count, 2);
  put(out, rate, 4);
  put(out, rate * count * 2, 4);
  put(out, count * 2, 2);
  put(out, 16, 2);
  out << "data";
  put(out, bytes, 4);
  for (std::size_t i = 0; i < channels[0].size(); ++i) {
    for (const auto& channel : channels) {
      put(out, static_cast<std::uint32_t>(std::lround(channel[i] * 32767)), 2);
    }
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::string run(const std::string& command) {
  std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> buffer{};
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), count);
  }
  if (::pclose(pipe) != 0) throw std::runtime_error(command + ": " + output);
  return output;
}

void ffmpeg(const fs::path& input, const std::string& arguments, const fs::path& output) {
  run("ffmpeg -nostdin -v error -y -i '" + input.string() + "' " + arguments + " '" +
      output.string() + "'");
}

std::string ffprobe(const fs::path& path, const std::string& entry) {
  auto value =
      run("ffprobe -v error -count_packets -select_streams a:0 -show_entries stream=" + entry +
          " -of default=noprint_wrappers=1:nokey=1 '" + path.string() + "'");
  while (!value.empty() && value.back() == '\n') value.pop_back();
  return value;
}

Bytes read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  Bytes bytes(fs::file_size(path));
  in.read(reinterpret_cast<char*>(bytes.data()), std::ssize(bytes));
  return bytes;
}

Bytes random_bytes(std::size_t count, unsigned seed) {
  std::mt19937 engine(seed);
  Bytes bytes(count);
  for (auto& byte : bytes) byte = static_cast<std::byte>(engine() & 0xFF);
  return bytes;
}

Bytes operator+(Bytes a, const Bytes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Samples tone(double seconds, int sample_rate, double hertz, double amplitude) {
  Samples samples(static_cast<std::size_t>(std::lround(seconds * sample_rate)));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double time = static_cast<double>(i) / sample_rate;
    const double swell = 0.55 - 0.45 * std::cos(kTau * 4 * time);
    samples[i] = static_cast<float>(amplitude * swell * std::sin(kTau * hertz * time));
  }
  return samples;
}

void add_click(Samples& samples, int sample_rate, double moment) {
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double time = static_cast<double>(i) / sample_rate - moment;
    if (std::abs(time) > 0.005) continue;
    samples[i] += static_cast<float>(0.7 * std::exp(-std::pow(time / 0.0008, 2)) *
                                     std::cos(kTau * kClickHertz * time));
  }
}

double find_click(std::span<const float> samples, double moment) {
  constexpr std::ptrdiff_t kReach = cmos::kSinkRate / 50;
  constexpr std::ptrdiff_t kWindow = 16;
  const auto middle = static_cast<std::ptrdiff_t>(moment * cmos::kSinkRate);
  double loudest = -1;
  std::ptrdiff_t found = 0;
  for (auto at = middle - kReach; at <= middle + kReach; ++at) {
    std::complex<double> sum = 0;
    for (auto i = at - kWindow; i <= at + kWindow; ++i) {
      if (i < 0 || i >= std::ssize(samples)) continue;
      const double weight = 1 + std::cos(std::numbers::pi * static_cast<double>(i - at) / kWindow);
      sum += weight * static_cast<double>(samples[static_cast<std::size_t>(i)]) *
             std::polar(1., -kTau * kClickHertz * static_cast<double>(i) / cmos::kSinkRate);
    }
    if (std::abs(sum) > loudest) {
      loudest = std::abs(sum);
      found = at;
    }
  }
  return static_cast<double>(found) / cmos::kSinkRate;
}

double loudness(std::span<const float> samples) {
  double sum = 0;
  for (const float sample : samples) sum += static_cast<double>(sample) * sample;
  return std::sqrt(sum / static_cast<double>(samples.size()));
}

Decoded decode(cmos::ByteSource& source) {
  Collector collector;
  cmos::SampleSink* const sinks[] = {&collector};
  auto info = cmos::analyze_audio(source, sinks);
  if (!info) throw std::runtime_error(info.error().message);
  return {std::move(*info), std::move(collector).take()};
}

Decoded decode(const Bytes& bytes) {
  return decode(*cmos::make_memory_source(bytes));
}

Decoded decode(const fs::path& path) {
  auto source = cmos::open_file_source(path);
  if (!source) throw std::runtime_error(source.error().message);
  return decode(**source);
}

cmos::Result<cmos::AudioInfo> analyze(const Bytes& bytes) {
  return cmos::analyze_audio(*cmos::make_memory_source(bytes));
}
