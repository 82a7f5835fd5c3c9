// What a caller may meet and has to handle: a missing file, a page that cannot be read. Bugs are
// exceptions.
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "cmos/rule.h"
#include "cmos/source_position.h"

namespace cmos {

struct Error {
  std::string message;  // One line of UTF-8, without the file's name and without a full stop.
  RuleName rule;        // Stands in brackets behind the message.
  std::optional<SourcePosition> position = std::nullopt;  // Where in the file, if anywhere.
};

template <typename T>
using Result = tl::expected<T, Error>;

}  // namespace cmos
