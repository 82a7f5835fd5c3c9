// Writes the man pages and the completions into a folder.   usage: cmos-manual DOCS DATE FOLDER
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "command_line.h"
#include "completions.h"
#include "man_pages.h"

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text << std::flush;
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    const std::filesystem::path folder = argv[3];
    std::filesystem::create_directories(folder);
    const cmos::CommandLine line;
    write(folder / "cmos-captions.1", cmos::program_page(line.app(), argv[2]));
    write(folder / "cmos-captions.5", cmos::format_page(argv[1], argv[2]));
    write(folder / "cmos-captions.bash", cmos::bash_completion(line.app()));
    write(folder / "_cmos-captions", cmos::zsh_completion(line.app()));
    write(folder / "cmos-captions.fish", cmos::fish_completion(line.app()));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
