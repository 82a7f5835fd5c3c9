// The container that SphinxTrain puts arrays of floats in ("s3" files): means, variances,
// mixture_weights, transition_matrices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "speech/byte_cursor.h"

namespace cmos {

// A text header that ends with "endhdr", the word 0x11223344 in the file's byte order, numbers and,
// if the header says "chksum0 yes", a checksum of all words after the byte order (SphinxBase,
// bio.c). Errors carry "model-damaged".
class SphinxArrayReader {
 public:
  // `file` names the file in errors.
  static Result<SphinxArrayReader> open(std::string_view bytes, std::string file);

  // A count; 0 behind the end.
  std::uint32_t count();

  // The stored total followed by exactly that many floats, all finite.
  Result<std::vector<float>> floats(std::size_t expected_total);

  // Checks that the checksum holds and that nothing follows.
  Result<void> finish();

 private:
  SphinxArrayReader(ByteCursor cursor, bool has_checksum, std::string file);
  std::uint32_t word();

  ByteCursor cursor_;
  bool has_checksum_;
  std::uint32_t checksum_ = 0;
  std::string file_;
};

Error damaged_model(std::string_view file, std::string_view what);

}  // namespace cmos
