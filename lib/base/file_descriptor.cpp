#include "base/file_descriptor.h"

#include <unistd.h>

namespace cmos {

bool FileDescriptor::close() {
  return number_ < 0 || ::close(std::exchange(number_, -1)) == 0;
}

}  // namespace cmos
