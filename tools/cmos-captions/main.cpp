#include <csignal>
#include <cstdio>

#include "cmos/attempt.h"
#include "command_line.h"
#include "exit_code.h"

// An exception here is a bug: it may end the program.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // A closed pipe is an error of the write,
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that would be too large.
  int exit_code = cmos::kPageFailed;
  const auto attempted = cmos::attempt([&] { exit_code = cmos::CommandLine().run(argc, argv); });
  if (attempted) return exit_code;
  std::fprintf(stderr, "cmos-captions: error: %s [no-resources]\n",
               attempted.error().message.c_str());
  return cmos::kPageFailed;
}
