// Text inside ID3 frames.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cmos {

// The encoding's number and the text without an end mark: Latin-1 if the text is ASCII, else UTF-16
// with a byte order mark in 2.3 and UTF-8 in 2.4. The text is valid UTF-8.
std::string encode_text(int version, std::string_view text);

// The first string of a text frame's data, as one line of UTF-8: control characters and white space
// come out as single spaces, what no encoding allows as U+FFFD. Nothing if the encoding is unknown.
std::optional<std::string> decode_text(std::string_view data);

}  // namespace cmos
