// Hashes and random text, from libcrypto. All functions are thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cmos {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// Base64 with the URL and filename safe alphabet and without padding (RFC 4648, section 5).
std::string base64url(std::string_view bytes);

// So many bytes of the system's cryptographic randomness, as base64url.
std::string random_text(std::size_t bytes);

// The code challenge of a code verifier (RFC 7636, section 4.2, method S256).
std::string pkce_challenge(std::string_view verifier);

}  // namespace cmos
