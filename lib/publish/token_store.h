// The sign-in on disk: one file, the user's alone.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cmos/error.h"
#include "publish/oauth.h"

namespace cmos {

// The program's client stands beside the tokens: nothing else is needed to go on from here.
struct Credentials {
  OAuthClient client;
  Tokens tokens;
};

// JSON. Rule of errors: "token-file".
std::string write_credentials(const Credentials& credentials);
Result<Credentials> parse_credentials(std::string_view json);

class TokenStore {
 public:
  // The folder is config_folder() of storage.h, or a test's.
  explicit TokenStore(const std::filesystem::path& folder) : file_(folder / "token.json") {}

  const std::filesystem::path& file() const { return file_; }

  // Nothing if nobody has signed in.
  Result<std::optional<Credentials>> load() const;
  Result<void> save(const Credentials& credentials) const;
  Result<void> remove() const;

 private:
  std::filesystem::path file_;
};

}  // namespace cmos
