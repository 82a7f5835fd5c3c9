#include "base/file_descriptor.h"

#include <unistd.h>

namespace cmos {

// Linux has closed the descriptor even where a signal interrupted it (close(2)).
bool FileDescriptor::close() {
  return number_ < 0 || ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
}

}  // namespace cmos
