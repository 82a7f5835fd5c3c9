#include "standard_input.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

namespace cmos {

namespace {

// More than any page or captions may have: then the library refuses it.
constexpr std::size_t kMost = 101'000'000;

Result<std::string> read_standard_input() {
  std::string text;
  std::array<char, 65'536> part;
  while (text.size() < kMost) {
    const auto count = ::read(STDIN_FILENO, part.data(), part.size());
    if (count == 0) break;
    if (count > 0) {
      text.append(part.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return tl::unexpected(
          Error{"cannot read the standard input: " + std::generic_category().message(errno),
                "read-failed"});
    }
  }
  return text;
}

}  // namespace

Result<void> give_standard_input(Captioner& captioner,
                                 std::span<const std::filesystem::path> files) {
  const auto times = std::ranges::count(files, std::filesystem::path(kStandardInput));
  if (times == 0) return {};
  if (times > 1) return tl::unexpected(Error{"the standard input is there but once", "usage"});
  auto text = read_standard_input();
  if (!text) return tl::unexpected(text.error());
  captioner.give_text(kStandardInput, std::move(*text));
  return {};
}

CLI::Validator no_standard_input() {
  return {[](const std::string& file) {
            return file == kStandardInput ? "this takes a file, not the standard input"
                                          : std::string();
          },
          ""};
}

}  // namespace cmos
