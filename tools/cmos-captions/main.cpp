#include <unicode/uloc.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include "cmos/attempt.h"
#include "command_line.h"
#include "exit_code.h"
#include "standard_streams.h"

namespace {

// Where nothing can catch that there is no memory: before main(), and in what may not throw.
[[noreturn]] void end_without_memory() {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    constexpr std::string_view kLine =
        "cmos-captions: error: there is not enough memory [no-resources]\n";
    [[maybe_unused]] const auto ignored = ::write(STDERR_FILENO, kLine.data(), kLine.size());
    ::_exit(cmos::kPageFailed);
  } catch (...) {  // NOLINT(bugprone-empty-catch): a bug, which aborts.
  }
  std::abort();
}

// Before the constructors of all globals (the numbers up to 100 are the compiler's).
[[gnu::constructor(101)]] void catch_early() {
  std::set_terminate(end_without_memory);
}

// ICU asks the environment for its default when it is first needed, and crashes if there is no
// memory for that.
void set_locale() {
  UErrorCode status = U_ZERO_ERROR;
  uloc_setDefault("", &status);  // Root.
  if (U_FAILURE(status)) throw std::bad_alloc();
}

}  // namespace

// An exception here is a bug: it may end the program.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // A closed pipe is an error of the write,
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that would be too large.
  cmos::StandardStreams streams;
  int exit_code = cmos::kPageFailed;
  const auto attempted = cmos::attempt([&] {
    set_locale();
    exit_code = cmos::CommandLine().run(argc, argv);
  });
  if (attempted) return streams.finish(exit_code);
  std::fprintf(stderr, "cmos-captions: error: %s [no-resources]\n",
               attempted.error().message.c_str());
  return streams.finish(cmos::kPageFailed);
}
