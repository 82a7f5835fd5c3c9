// The text of --help.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

namespace cmos {

// Headings of options and subcommands, by what one wants to do.
namespace group {
inline constexpr const char* kWrite = "What is written";
inline constexpr const char* kSound = "The page and its sound";
inline constexpr const char* kTimes = "How words get their times";
inline constexpr const char* kLook = "How captions look";
inline constexpr const char* kNumbers = "Single numbers of the style";
inline constexpr const char* kChapters = "Chapters";
inline constexpr const char* kReport = "What is reported";
inline constexpr const char* kChange = "What is changed";
inline constexpr const char* kTrack = "The video and its track";
inline constexpr const char* kUpload = "How it is uploaded";
inline constexpr const char* kAccount = "The account";

inline constexpr const char* kMake = "Make captions";
inline constexpr const char* kMend = "Find and mend what is wrong";
inline constexpr const char* kInspect = "Look into files";
inline constexpr const char* kPublish = "Publish on YouTube";
inline constexpr const char* kProgram = "About the program";
}  // namespace group

// Lines of at most so many columns. Not for groups of options within a subcommand.
class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(std::size_t columns) : columns_(columns) {}

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;

 private:
  std::size_t columns_;
};

}  // namespace cmos
