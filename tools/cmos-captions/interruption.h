// Ctrl-C, and the end of a pipe's reader, come between two outputs or uploads, never within one.
#pragma once

#include <shared_mutex>

namespace cmos {

// From now on SIGINT and SIGTERM only leave a mark. Once, before other threads run.
void catch_interruptions();

bool is_interrupted();

// Nobody reads any more what is printed: from now on the run is interrupted, by SIGPIPE.
void interrupt_by_closed_pipe();

// Held while an output is written.
std::shared_lock<std::shared_mutex> hold_off_interruption();

// Waits until no output is being written, then ends the process as the signal would have.
[[noreturn]] void end_interrupted();

}  // namespace cmos
