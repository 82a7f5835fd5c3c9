// What a file of sound is by the bytes that it begins with.
#pragma once

#include <cstdint>
#include <string>

#include "cmos/error.h"
#include "media/byte_source.h"

namespace cmos {

// Where the bytes behind ID3v2 tags begin, whose pictures may look like frames.
Result<std::uint64_t> skip_tags(ByteSource& source);

// FFmpeg's name for the format: "mp3" for all that is no container that is read.
Result<const char*> find_format(ByteSource& source);

// What people call the container ("MP4"), also of those that are not read; empty if there is none.
Result<std::string> find_container(ByteSource& source);

}  // namespace cmos
