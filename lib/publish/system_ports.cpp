#include "publish/system_ports.h"

#include <thread>

namespace cmos {

std::chrono::sys_seconds SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void SystemClock::wait(std::chrono::milliseconds time) {
  std::this_thread::sleep_for(time);
}

}  // namespace cmos
