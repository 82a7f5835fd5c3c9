// Where a page's configuration lies.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace cmos {

inline constexpr const char* kConfigFile = ".cmos-captions.yaml";

// The folder and those above it, up to the repository's root (the first that holds .git) or `home`,
// whichever comes first; a folder that lies in neither stands alone. Absolute paths without "." and
// "..". An empty `home` is none.
std::vector<std::filesystem::path> folders_up(const std::filesystem::path& folder,
                                              const std::filesystem::path& home);

// The nearest configuration of the page: in its folder or one of those above (folders_up).
std::optional<std::filesystem::path> find_config(const std::filesystem::path& page,
                                                 const std::filesystem::path& home);

}  // namespace cmos
