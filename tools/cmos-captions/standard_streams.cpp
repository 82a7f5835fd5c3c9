#include "standard_streams.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "exit_code.h"
#include "interruption.h"
#include "reporter.h"

namespace cmos {

DescriptorBuffer::DescriptorBuffer(std::ostream& stream, int descriptor)
    : stream_(stream), former_(stream.rdbuf(this)), descriptor_(descriptor) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::~DescriptorBuffer() {
  stream_.rdbuf(former_);
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
  if (!write()) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    sputc(traits_type::to_char_type(character));
  }
  return traits_type::not_eof(character);
}

int DescriptorBuffer::sync() {
  return write() ? 0 : -1;
}

bool DescriptorBuffer::write() {
  const char* begin = pbase();
  while (failure_ == 0 && begin != pptr()) {
    const auto written = ::write(descriptor_, begin, static_cast<std::size_t>(pptr() - begin));
    if (written >= 0) {
      begin += written;
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  if (failure_ == EPIPE) interrupt_by_closed_pipe();
  return failure_ == 0;
}

int StandardStreams::finish(int exit_code) {
  std::cout.flush();
  std::cerr.flush();
  if (is_interrupted()) end_interrupted();
  if (out_.failure() == 0) return exit_code;
  const int failed = wrong_use({fmt::format("cannot write to the standard output: {}",
                                            std::generic_category().message(out_.failure())),
                                "write-failed"},
                               std::cerr);
  return exit_code == kSuccess ? failed : exit_code;
}

}  // namespace cmos
