#include "interruption.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <mutex>

namespace cmos {

namespace {

std::atomic<int> caught_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may set it");
std::shared_mutex output_lock;

void remember(int number) {
  caught_signal = number;
}

}  // namespace

void catch_interruptions() {
  std::signal(SIGINT, remember);
  std::signal(SIGTERM, remember);
}

void interrupt_by_closed_pipe() {
  int none = 0;
  caught_signal.compare_exchange_strong(none, SIGPIPE);
}

bool is_interrupted() {
  return caught_signal != 0;
}

std::shared_lock<std::shared_mutex> hold_off_interruption() {
  return std::shared_lock(output_lock);
}

void end_interrupted() {
  const std::unique_lock no_more_outputs(output_lock);
  std::signal(caught_signal, SIG_DFL);
  std::raise(caught_signal);
  std::abort();
}

}  // namespace cmos
