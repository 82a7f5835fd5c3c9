// Runs a program as a user would and keeps what it said.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

struct Finished {
  int exit_code;  // -1 if a signal ended it.
  std::string out;
  std::string err;
};

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string quoted(const std::string& argument) {
  std::string result = "'";
  for (const char c : argument) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// The first argument is the program. `prefix` goes in front as shell text: "ulimit -f 1; ", "cd x
// && ". `input` becomes the standard input.
inline Finished run(const std::vector<std::string>& arguments, const std::string& prefix = "",
                    const std::filesystem::path& input = "/dev/null") {
  const TemporaryFolder folder;
  const auto out = folder.path() / "out";
  const auto err = folder.path() / "err";
  std::string command = prefix;
  for (const auto& argument : arguments) command += quoted(argument) + ' ';
  command += "> " + quoted(out) + " 2> " + quoted(err) + " < " + quoted(input);
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
}
