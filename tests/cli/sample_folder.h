// The real program and a folder with a copy of the sample episode.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/temporary_folder.h"

// A temporary folder that holds episode.md and its MP3.
class SampleFolder {
 public:
  SampleFolder() {
    namespace fs = std::filesystem;
    fs::copy(fs::path(CMOS_SAMPLES) / "episode.md", page());
    fs::copy(fs::path(CMOS_SAMPLES) / "episode.mp3", mp3());
  }

  std::filesystem::path path() const { return folder_.path(); }
  std::filesystem::path page() const { return path() / "episode.md"; }
  std::filesystem::path mp3() const { return path() / "episode.mp3"; }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path() / name, std::ios::binary) << bytes;
  }

  // The sample's page with the first occurrence of `from` replaced.
  std::string page_with(const std::string& from, const std::string& to) const {
    auto text = content_of(page());
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("the sample has no \"" + from + "\"");
    return text.replace(at, from.size(), to);
  }

  // All but the record of what the program has written.
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path()))
      if (entry.path().filename() != ".cmos-captions.sums") {
        names.push_back(entry.path().filename());
      }
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  TemporaryFolder folder_;
};

inline Finished captions(std::vector<std::string> arguments, const std::string& prefix = "",
                         const std::filesystem::path& input = "/dev/null") {
  arguments.insert(arguments.begin(), CMOS_PROGRAM);
  return run(arguments, prefix, input);
}

inline std::string path_of(const SampleFolder& folder, const std::string& name) {
  return (folder.path() / name).string();
}

inline std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}
