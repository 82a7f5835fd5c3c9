#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "caption_options.h"
#include "chapters.h"
#include "check.h"
#include "cmos/attempt.h"
#include "exit_code.h"
#include "fix.h"
#include "import.h"
#include "make.h"
#include "probe.h"
#include "publish_options.h"
#include "stats.h"
#include "timing_options.h"

namespace {

using Command = std::function<int()>;

std::string all_formats() {
  return fmt::format("{}", fmt::join(cmos::format_names(), ", "));
}

void add_chapter_options(CLI::App& command, cmos::ChapterOptions& options) {
  using enum cmos::ChapterMode;
  static const std::map<std::string, cmos::ChapterMode> modes{
      {"auto", automatic}, {"explicit", from_page}, {"turns", from_turns}, {"none", none}};
  command
      .add_option_function<std::string>(
          "--chapters", [&options](const std::string& mode) { options.mode = modes.at(mode); },
          "Where chapters come from: the page's own (explicit), what is said (turns), auto, none")
      ->check(CLI::IsMember(modes))
      ->default_str("auto");
  command
      .add_option_function<double>(
          "--min-chapter",
          [&options](double seconds) {
            options.minimum =
                std::chrono::round<cmos::Time>(std::chrono::duration<double>(seconds));
          },
          "Length of the shortest chapter that is found, in seconds")
      ->check(CLI::Range(1.0, 3600.0))
      ->default_str("60");
}

Command add_make(CLI::App& app) {
  auto options = std::make_shared<cmos::MakeOptions>();
  auto& command = *app.add_subcommand(
      "make", "Makes captions and chapters from episode pages and their MP3s (the default)");
  command.add_option("PAGE", options->pages, "Episode pages")->required();
  command
      .add_option("-f,--format", options->formats, "Formats, separated by commas: " + all_formats())
      ->delimiter(',')
      ->allow_extra_args(false)
      ->default_str("vtt");
  auto* output = command.add_option("-o,--output", options->output,
                                    "Output file of one page, - for standard output");
  command
      .add_option("-d,--output-dir", options->output_folder,
                  "Folder for the outputs instead of each page's own")
      ->excludes(output);
  cmos::add_timing_options(command, options->settings);
  cmos::add_style_options(command, options->settings.style);
  cmos::add_speaker_labels(command, options->settings.speaker_labels);
  add_chapter_options(command, options->settings.chapters);
  command
      .add_flag("--in-place", options->in_place,
                "With -f mp3: mark the page's MP3 itself instead of a copy beside the page")
      ->excludes(output);
  command
      .add_option("-M,--dependencies", options->dependencies,
                  "File that gets make's rules: on what the outputs depend")
      ->type_name("FILE");
  command.add_option("-j,--jobs", options->batch.jobs, "Pages worked on at a time")
      ->check(CLI::Range(1, 1024))
      ->default_str("1");
  command.add_flag(
      "--force", options->settings.force,
      "Write what else is refused: captions of sound that says something else, and over "
      "outputs that were changed by hand");
  command.add_flag("-q,--quiet", options->quiet, "Report errors only");
  return [options] {
    options->batch.show_progress =
        options->pages.size() > 1 && !options->quiet && ::isatty(STDERR_FILENO) != 0;
    return cmos::run_make(*options, std::cout, std::cerr);
  };
}

Command add_probe(CLI::App& app) {
  auto options = std::make_shared<cmos::ProbeOptions>();
  auto& command =
      *app.add_subcommand("probe", "Shows what the sound of an MP3 is: duration, levels, silences");
  command.add_option("FILE", options->file, "An MP3, or whatever else FFmpeg can read")->required();
  command.add_flag("--json", options->json, "Print JSON (docs/formats.md) instead of a table");
  command
      .add_option_function<double>(
          "--minimum-silence",
          [options](double seconds) {
            options->analysis.minimum_silence =
                std::chrono::round<cmos::Time>(std::chrono::duration<double>(seconds));
          },
          "Shortest pause that counts as a silence, in seconds")
      ->check(CLI::Range(0.05, 3600.0))
      ->default_str("0.25");
  return [options] { return cmos::run_probe(*options, std::cout, std::cerr); };
}

Command add_stats(CLI::App& app) {
  auto options = std::make_shared<cmos::StatsOptions>();
  auto& command =
      *app.add_subcommand("stats", "Measures how good captions are against a style guide");
  command
      .add_option("FILE", options->files,
                  "Captions (.vtt or .srt), or pages, whose captions are made first")
      ->required();
  cmos::add_timing_options(command, options->settings);
  cmos::add_style_options(command, options->settings.style);
  cmos::add_speaker_labels(command, options->settings.speaker_labels);
  command.add_flag("--json", options->json, "Print JSON (docs/formats.md) instead of a table");
  return [options] { return cmos::run_stats(*options, std::cout, std::cerr); };
}

Command add_chapters(CLI::App& app) {
  auto options = std::make_shared<cmos::ChaptersOptions>();
  auto& command = *app.add_subcommand("chapters", "Lists the chapters of an MP3");
  command.add_option("FILE", options->file, "An MP3")->required();
  auto* json = command.add_flag("--json", options->json, "Print JSON chapters (docs/formats.md)");
  command.add_flag("--ffmetadata", options->ffmetadata, "Print FFmpeg's metadata file")
      ->excludes(json);
  return [options] { return cmos::run_chapters(*options, std::cout, std::cerr); };
}

Command add_check(CLI::App& app) {
  auto options = std::make_shared<cmos::CheckOptions>();
  auto& command = *app.add_subcommand("check", "Says what is wrong with episode pages");
  auto& task = *command.add_option_group("Task");
  task.add_option("PAGE", options->pages, "Episode pages");
  task.add_flag("--rules", options->list_rules, "List the rules (docs/rules.md)");
  task.require_option(1);
  command
      .add_option("--disable", options->disabled_rules, "Rules to leave out, separated by commas")
      ->delimiter(',')
      ->allow_extra_args(false);
  cmos::add_timing_options(command, options->settings);
  command
      .add_option_function<std::string>(
          "--diagnostics", [options](const std::string& form) { options->json = form == "json"; },
          "Form of the diagnostics: text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  return [options] { return cmos::run_check(*options, std::cout, std::cerr); };
}

Command add_fix(CLI::App& app) {
  auto options = std::make_shared<cmos::FixOptions>();
  auto& command = *app.add_subcommand(
      "fix", "Fixes what has one right answer in episode pages, and says what is left");
  command.add_option("PAGE", options->pages, "Episode pages")->required();
  command.add_option("--only", options->only_rules, "Rules to fix, separated by commas")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_flag("--dry-run", options->dry_run, "Print the changes as a diff, write nothing");
  command.add_flag("--force", options->settings.force,
                   "Fix a page whose sound says something else, too");
  cmos::add_timing_options(command, options->settings);
  return [options] { return cmos::run_fix(*options, std::cout, std::cerr); };
}

Command add_import(CLI::App& app) {
  auto options = std::make_shared<cmos::ImportOptions>();
  auto& command = *app.add_subcommand(
      "import", "Prints the episode page that a transcript of any form becomes");
  command.add_option("TRANSCRIPT", options->transcript, "A transcript (docs/transcripts.md)")
      ->required();
  cmos::add_timing_options(command, options->settings);
  return [options] { return cmos::run_import(*options, std::cout, std::cerr); };
}

// The default subcommand may be left out: everything but a subcommand, --help and --version begins
// its arguments.
std::vector<std::string> with_subcommand(const std::map<std::string, Command>& commands, int argc,
                                         char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  static const std::set<std::string> of_the_program{"-h", "--help", "--version"};
  const bool is_named = !arguments.empty() &&
                        (of_the_program.contains(arguments[0]) || commands.contains(arguments[0]));
  if (!is_named) arguments.insert(arguments.begin(), "make");
  return {arguments.rbegin(), arguments.rend()};  // As CLI11 wants them.
}

int run(int argc, char** argv) {
  CLI::App app{"Captions for podcast episodes from their pages and MP3s.", "cmos-captions"};
  app.set_version_flag("--version", CMOS_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  const std::map<std::string, Command> commands{{"make", add_make(app)},
                                                {"check", add_check(app)},
                                                {"fix", add_fix(app)},
                                                {"import", add_import(app)},
                                                {"probe", add_probe(app)},
                                                {"stats", add_stats(app)},
                                                {"chapters", add_chapters(app)},
                                                {"login", cmos::add_login(app)},
                                                {"logout", cmos::add_logout(app)},
                                                {"upload", cmos::add_upload(app)}};
  try {
    app.parse(with_subcommand(commands, argc, argv));
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cmos::kSuccess : cmos::kWrongUse;
  }
  return commands.at(app.get_subcommands().front()->get_name())();
}

}  // namespace

// An exception here is a bug: it may end the program.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // A closed pipe is an error of the write,
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that would be too large.
  int exit_code = cmos::kPageFailed;
  const auto attempted = cmos::attempt([&] { exit_code = run(argc, argv); });
  if (attempted) return exit_code;
  std::fprintf(stderr, "cmos-captions: error: %s [no-resources]\n",
               attempted.error().message.c_str());
  return cmos::kPageFailed;
}
