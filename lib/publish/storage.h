// Files that are this user's alone, and where they lie.
#pragma once

#include <filesystem>
#include <string_view>

#include "cmos/error.h"

namespace cmos {

// $XDG_CONFIG_HOME/cmos-captions or ~/.config/cmos-captions: the sign-in. $XDG_STATE_HOME/... or
// ~/.local/state/...: what was uploaded (XDG Base Directory Specification 0.8). Empty without a
// home.
std::filesystem::path config_folder();
std::filesystem::path state_folder();

// Makes the folder (mode 0700) where it is missing.
Result<void> make_private_folder(const std::filesystem::path& folder);

// Replaces the file whole; its mode is 0600 from the first byte on. The folder is made, too.
Result<void> write_private_file(const std::filesystem::path& file, std::string_view bytes);

// Whether anybody but the owner may read or write the file. False if there is none.
bool is_open_to_others(const std::filesystem::path& file);

}  // namespace cmos
