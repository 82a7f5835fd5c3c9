#include "publish/digest.h"

#include <fmt/format.h>
#include <openssl/sha.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>

#include "base/base64.h"

namespace cmos {

namespace {

std::string sha256(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.finish();
}

}  // namespace

Sha256::Sha256() : state_{} {
  ::SHA256_Init(&state_);
}

void Sha256::add(std::string_view bytes) {
  ::SHA256_Update(&state_, bytes.data(), bytes.size());
}

std::string Sha256::finish() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  ::SHA256_Final(digest.data(), &state_);
  return {digest.begin(), digest.end()};
}

std::string to_hex(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) hex += fmt::format("{:02x}", static_cast<std::uint8_t>(byte));
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  return to_hex(sha256(bytes));
}

std::string random_text(std::size_t bytes) {
  // Not libcrypto's, which crashes where it finds no memory to begin with.
  std::string random(bytes, '\0');
  if (::getentropy(random.data(), bytes) != 0)
    throw std::runtime_error("the system has no randomness");
  return base64url(random);
}

std::string pkce_challenge(std::string_view verifier) {
  return base64url(sha256(verifier));
}

}  // namespace cmos
