// The man pages.
#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace cmos {

// cmos-captions(1). `date` is the version's, as in 2026-11-28.
std::string program_page(const CLI::App& app, const std::string& date);

// cmos-captions(5): episode pages as the folder `docs` has them in pages.md, the configuration's
// keys, and the rules.
std::string format_page(const std::filesystem::path& docs, const std::string& date);

}  // namespace cmos
