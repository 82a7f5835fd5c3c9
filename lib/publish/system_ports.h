// The ports of a program that really publishes; the transport is HttpClient (http.h), the receiver
// of codes LoopbackListener (loopback.h).
#pragma once

#include <chrono>

#include "publish/ports.h"

namespace cmos {

// The system's time, and the calling thread's sleep.
class SystemClock : public Clock {
 public:
  std::chrono::sys_seconds now() const override;
  void wait(std::chrono::milliseconds time) override;
};

}  // namespace cmos
