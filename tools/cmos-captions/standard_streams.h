// The standard output and error, and what becomes of a run whose reader goes away.
#pragma once

#include <array>
#include <cstddef>
#include <iostream>
#include <streambuf>

namespace cmos {

// Writes to a file descriptor. A pipe that nobody reads any more interrupts the run
// (interruption.h). One thread at a time.
class DescriptorBuffer : public std::streambuf {
 public:
  // Takes the place of the stream's buffer as long as it lives.
  DescriptorBuffer(std::ostream& stream, int descriptor);
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;
  ~DescriptorBuffer() override;

  // Why the first write failed that did: an errno; 0 if none did.
  int failure() const { return failure_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  bool write();

  static constexpr std::size_t kSize = 65'536;

  std::ostream& stream_;
  std::streambuf* former_;
  int descriptor_;
  int failure_ = 0;
  std::array<char, kSize> buffer_;
};

// Lives as long as anything is printed.
class StandardStreams {
 public:
  // At the end of the run: the exit code, given the one that the run alone would have. What could
  // not be written is an error. If nobody reads any more, ends the process as SIGPIPE does.
  int finish(int exit_code);

 private:
  DescriptorBuffer out_{std::cout, 1};
  DescriptorBuffer err_{std::cerr, 2};
};

}  // namespace cmos
