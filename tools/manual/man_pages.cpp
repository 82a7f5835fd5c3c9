#include "man_pages.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <string_view>

#include "cmos/captions.h"
#include "cmos/configuration_keys.h"
#include "command_table.h"
#include "exit_code.h"
#include "troff.h"

namespace cmos {

namespace {

constexpr std::string_view kDescription =
    "Makes captions and chapters for podcasts from what a podcaster already has: the episode's "
    "page with its transcript, or a transcript of any usual form, and the sound. It finds when "
    "each word is said, writes WebVTT, SRT and other formats beside the page, marks the chapters "
    "in the MP3 without touching its sound, says what is wrong with the page, and brings the "
    "captions to YouTube.\n\n"
    "The subcommand `make` may be left out. What the command line leaves open, the nearest "
    "`.cmos-captions.yaml` may say: cmos-captions(5).";

constexpr std::string_view kFiles =
    "- `.cmos-captions.yaml`: what holds for all pages below its folder, cmos-captions(5)\n"
    "- `.cmos-captions.sums`: beside the outputs, what the program wrote, so that nothing that was "
    "edited by hand is written over\n"
    "- `$XDG_CONFIG_HOME/cmos-captions` or `~/.config/cmos-captions`: the sign-in to YouTube\n"
    "- `$XDG_STATE_HOME/cmos-captions` or `~/.local/state/cmos-captions`: what was uploaded\n";

constexpr std::string_view kExamples =
    "Captions beside the page; the MP3 is found through the page:\n\n"
    "    cmos-captions episode.md\n\n"
    "Of a transcript in any usual form, and whatever sound FFmpeg reads:\n\n"
    "    cmos-captions talk.txt --audio talk.m4a\n\n"
    "Several formats, several pages, two at a time:\n\n"
    "    cmos-captions -j 2 -f vtt,srt *.md\n\n"
    "What is wrong with a page:\n\n"
    "    cmos-captions check episode.md\n";

std::string title(int section, const std::string& date, std::string_view manual) {
  return fmt::format(".TH CMOS\\-CAPTIONS {} {} \"cmos\\-captions {}\" \"{}\"\n", section, date,
                     CMOS_VERSION, manual);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '-' ? "\\-" : std::string(1, c);
  return result;
}

// "\fB\-f\fP, \fB\-\-format\fP \fIFORMAT\fP"
std::string names_and_value(const CommandOption& option) {
  std::string text;
  for (const auto& name : option.names) {
    text += fmt::format("{}\\fB{}\\fP", text.empty() ? "" : ", ", escaped(name));
  }
  if (option.value.empty()) return text;
  return text + fmt::format(" \\fI{}\\fP", escaped(shown_value(option)));
}

std::string list(const std::vector<CommandOption>& options) {
  std::string text;
  for (const auto& option : options) {
    text += troff_entry(names_and_value(option), meaning(option));
  }
  return text;
}

// Without --help, which all have.
std::string section(const Subcommand& command) {
  auto own = command.options;
  std::erase_if(own, [](const auto& option) { return option.names.back() == "--help"; });
  return fmt::format(".SS {0}\n\\fBcmos\\-captions {0}\\fP [\\fIOPTION\\fP]...{1}\n.PP\n{2}\n{3}",
                     command.name,
                     command.arguments.empty() ? "" : " \\fI" + escaped(command.arguments) + "\\fP",
                     troff(command.help + "."), list(own));
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string configuration() {
  std::string text =
      ".SH CONFIGURATION\n" +
      troff_of_document(
          "`.cmos-captions.yaml` says what holds for all pages below its folder. The command line "
          "wins over it, key by key. For each page the nearest one counts, in its folder or in "
          "one above it up to the repository's root or the home folder. A dot stands between a "
          "section and its key; paths are relative to the file's folder.\n");
  for (const auto& key : configuration_keys()) {
    const auto option = key.option.empty() ? "" : fmt::format(" (Option: {})", key.option);
    text +=
        troff_entry(fmt::format("\\fB{}\\fP", key.name), fmt::format("{}{}", key.value, option));
  }
  for (const auto& number : style_numbers()) {
    text += troff_entry(
        fmt::format("\\fBcaptions.{}\\fP", number.name),
        fmt::format("{}. From {} to {}.", number.help, number.smallest, number.largest));
  }
  return text;
}

// A heading parts paragraphs by itself.
std::string without_idle_breaks(const std::string& page) {
  return std::regex_replace(page, std::regex("(\n\\.S[HS][ \n][^\n]+\n)\\.PP\n"), "$1");
}

}  // namespace

std::string program_page(const CLI::App& app, const std::string& date) {
  const auto commands = subcommands(app);
  auto text = title(1, date, "User Commands");
  text +=
      ".SH NAME\ncmos\\-captions \\- captions and chapters for podcasts from their pages and MP3s\n"
      ".SH SYNOPSIS\n\\fBcmos\\-captions\\fP [\\fBmake\\fP] [\\fIOPTION\\fP]... \\fIPAGE\\fP...\n";
  for (const auto& command : commands) {
    if (command.name == "make") continue;
    text += fmt::format(".br\n\\fBcmos\\-captions {}\\fP [\\fIOPTION\\fP]... \\fI{}\\fP\n",
                        command.name, escaped(command.arguments));
  }
  text += ".SH DESCRIPTION\n" + troff_of_document(std::string(kDescription));
  text += ".SH OPTIONS\nEach subcommand has \\fB\\-\\-help\\fP, too.\n" + list(options(app));
  text += ".SH SUBCOMMANDS\n";
  for (const auto& command : commands) text += section(command);
  text += ".SH EXIT STATUS\n";
  for (const auto& [code, reason] : kExitCodes) {
    text += troff_entry(fmt::format("\\fB{}\\fP", code), reason);
  }
  text += ".SH FILES\n" + troff_of_document(std::string(kFiles));
  text += ".SH EXAMPLES\n" + troff_of_document(std::string(kExamples));
  return without_idle_breaks(text + ".SH SEE ALSO\n\\fBcmos\\-captions\\fP(5)\n");
}

std::string format_page(const std::filesystem::path& docs, const std::string& date) {
  const auto pages = read(docs / "pages.md");
  return without_idle_breaks(title(5, date, "File Formats") +
                             ".SH NAME\ncmos\\-captions \\- episode pages and their configuration\n"
                             ".SH DESCRIPTION\n" +
                             troff_of_document(pages.substr(pages.find('\n'))) + configuration() +
                             ".SH DIAGNOSTICS\n" +
                             troff_of_document(rules_text().substr(rules_text().find('\n'))) +
                             ".SH SEE ALSO\n\\fBcmos\\-captions\\fP(1)\n");
}

}  // namespace cmos
