// Bytes as text (RFC 4648).
#pragma once

#include <string>
#include <string_view>

namespace cmos {

// Section 4: with padding.
std::string base64(std::string_view bytes);

// Section 5: with the URL and filename safe alphabet and without padding.
std::string base64url(std::string_view bytes);

}  // namespace cmos
