// Hashes, from libcrypto, and random text. All functions are thread-safe.
#pragma once

#include <openssl/sha.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace cmos {

// SHA-256 of bytes that come in pieces. Takes no memory, so that it never fails.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // To be called once, at the end: 32 bytes.
  std::string finish();

 private:
  SHA256state_st state_;
};

// The bytes as lower-case hexadecimal digits.
std::string to_hex(std::string_view bytes);

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// So many bytes of the system's cryptographic randomness, as base64url.
std::string random_text(std::size_t bytes);

// The code challenge of a code verifier (RFC 7636, section 4.2, method S256).
std::string pkce_challenge(std::string_view verifier);

}  // namespace cmos
