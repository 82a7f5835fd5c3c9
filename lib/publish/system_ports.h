// The ports of a program that really publishes; the transport is HttpClient (http.h), the receiver
// of codes LoopbackListener (loopback.h).
#pragma once

#include <string>

#include "publish/ports.h"

namespace cmos {

// The system's time, and the calling thread's sleep.
class SystemClock : public Clock {
 public:
  std::chrono::sys_seconds now() const override;
  void wait(std::chrono::milliseconds time) override;
};

// Opens the desktop's browser. Where there is no desktop, or no browser in it, nothing happens.
void open_browser(std::string url);

}  // namespace cmos
