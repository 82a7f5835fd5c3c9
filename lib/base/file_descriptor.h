// The one owner of an open file's or socket's number.
#pragma once

#include <cerrno>
#include <utility>

namespace cmos {

// Closes what it owns. Movable, not copyable.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  // Takes over what open(2) and the like returned: a negative number is none.
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor() { close(); }

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

  // Gives it away: it stays open.
  int release() { return std::exchange(number_, -1); }
  // Closes it now. Returns whether the system took all that was written; errno says why not.
  bool close();

 private:
  int number_ = -1;
};

// Makes a system call, which returns -1 where it fails, until no signal interrupts it.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

}  // namespace cmos
