#include "support/mp3.h"

#include <stdexcept>
#include <vector>

#include "support/process.h"

void encode_mp3(const std::filesystem::path& sound, const std::filesystem::path& mp3,
                const std::string& bit_rate, const std::string& title) {
  std::vector<std::string> command{
      "ffmpeg",     "-nostdin", "-loglevel", "error",          "-y", "-i", sound, "-c:a",
      "libmp3lame", "-b:a",     bit_rate,    "-id3v2_version", "3"};
  if (!title.empty()) command.insert(command.end(), {"-metadata", "title=" + title});
  command.push_back(mp3);
  const auto result = run(command);
  if (result.exit_code != 0) throw std::runtime_error("ffmpeg: " + result.err);
}
