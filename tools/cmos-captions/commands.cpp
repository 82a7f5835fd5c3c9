#include "commands.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "caption_options.h"
#include "chapters.h"
#include "check.h"
#include "doctor.h"
#include "fix.h"
#include "help.h"
#include "import.h"
#include "make.h"
#include "one_of.h"
#include "probe.h"
#include "retime.h"
#include "review.h"
#include "standard_input.h"
#include "stats.h"
#include "terminal.h"
#include "timing_options.h"

namespace cmos {

namespace {

constexpr std::string_view kPages = "Episode pages, - for the standard input";

std::string all_formats() {
  return fmt::format("{}", fmt::join(format_names(), ", "));
}

void add_chapter_options(CLI::App& command, ChapterOptions& options) {
  using enum ChapterMode;
  static const std::map<std::string, ChapterMode> modes{
      {"auto", automatic}, {"explicit", from_page}, {"turns", from_turns}, {"none", none}};
  command
      .add_option_function<std::string>(
          "--chapters", [&options](const std::string& mode) { options.mode = modes.at(mode); },
          "Where chapters come from: the page's own (explicit), what is said (turns), auto, none")
      ->check(one_of_keys(modes))
      ->default_str("auto")
      ->group(group::kChapters);
  command
      .add_option_function<double>(
          "--min-chapter",
          [&options](double seconds) {
            options.minimum = std::chrono::round<Time>(std::chrono::duration<double>(seconds));
          },
          "Length of the shortest chapter that is found, in seconds")
      ->type_name("SECONDS")
      ->check(CLI::Range(1.0, 3600.0))
      ->default_str("60")
      ->group(group::kChapters);
}

}  // namespace

Command add_make(CLI::App& app) {
  auto options = std::make_shared<MakeOptions>();
  auto& command = *app.add_subcommand(
      "make", "Makes captions and chapters from episode pages and their MP3s (the default)");
  command.group(group::kMake);
  command.add_option("PAGE", options->pages, std::string(kPages))->type_name("FILE")->required();
  command
      .add_option("-f,--format", options->formats, "Formats, separated by commas: " + all_formats())
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("FORMAT")
      ->default_str("vtt")
      ->group(group::kWrite);
  auto* output =
      command
          .add_option(
              "-o,--output", options->output,
              "Output file of one page, - for the standard output (which a page - has anyway)")
          ->type_name("FILE")
          ->group(group::kWrite);
  command
      .add_option("-d,--output-dir", options->output_folder,
                  "Folder for the outputs instead of each page's own")
      ->type_name("DIR")
      ->excludes(output)
      ->group(group::kWrite);
  add_timing_options(command, options->settings);
  add_style_options(command, options->settings.style);
  add_shown_words(command, options->settings);
  add_chapter_options(command, options->settings.chapters);
  command
      .add_flag("--in-place", options->in_place,
                "With -f mp3: mark the page's MP3 itself instead of a copy beside the page")
      ->excludes(output)
      ->group(group::kWrite);
  command
      .add_option("-M,--dependencies", options->dependencies,
                  "File that gets make's rules: on what the outputs depend")
      ->type_name("FILE")
      ->group(group::kWrite);
  command.add_option("-j,--jobs", options->jobs, "Pages worked on at a time")
      ->type_name("NUMBER")
      ->check(CLI::Range(1, 1024))
      ->default_str("1");
  command
      .add_flag("--force", options->settings.force,
                "Write what else is refused: captions of sound that says something else, and over "
                "outputs that were changed by hand")
      ->group(group::kWrite);
  command.add_flag("-q,--quiet", options->quiet, "Report errors only");
  return [options] {
    options->shows_progress = !options->quiet && takes_escapes(STDERR_FILENO);
    return run_make(*options, std::cout, std::cerr);
  };
}

Command add_probe(CLI::App& app) {
  auto options = std::make_shared<ProbeOptions>();
  auto& command =
      *app.add_subcommand("probe", "Shows what the sound of an MP3 is: duration, levels, silences");
  command.group(group::kInspect);
  command.add_option("FILE", options->file, "An MP3, or whatever else FFmpeg can read")
      ->type_name("FILE")
      ->check(no_standard_input())
      ->required();
  command.add_flag("--json", options->json, "Print JSON (docs/formats.md) instead of a table");
  command
      .add_option_function<double>(
          "--minimum-silence",
          [options](double seconds) {
            options->analysis.minimum_silence =
                std::chrono::round<Time>(std::chrono::duration<double>(seconds));
          },
          "Shortest pause that counts as a silence, in seconds")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.05, 3600.0))
      ->default_str("0.25");
  return [options] { return run_probe(*options, std::cout, std::cerr); };
}

Command add_stats(CLI::App& app) {
  auto options = std::make_shared<StatsOptions>();
  auto& command =
      *app.add_subcommand("stats", "Measures how good captions are against a style guide");
  command.group(group::kInspect);
  command
      .add_option("FILE", options->files,
                  "Captions, or pages, whose captions are made first; - for the standard input")
      ->type_name("FILE")
      ->required();
  add_timing_options(command, options->settings);
  add_style_options(command, options->settings.style);
  add_shown_words(command, options->settings);
  command.add_flag("--json", options->json, "Print JSON (docs/formats.md) instead of a table");
  return [options] { return run_stats(*options, std::cout, std::cerr); };
}

Command add_chapters(CLI::App& app) {
  auto options = std::make_shared<ChaptersOptions>();
  auto& command = *app.add_subcommand("chapters", "Lists the chapters of an MP3");
  command.group(group::kInspect);
  command.add_option("FILE", options->file, "An MP3")
      ->type_name("FILE")
      ->check(no_standard_input())
      ->required();
  auto* json = command.add_flag("--json", options->json, "Print JSON chapters (docs/formats.md)");
  command.add_flag("--ffmetadata", options->ffmetadata, "Print FFmpeg's metadata file")
      ->excludes(json);
  return [options] { return run_chapters(*options, std::cout, std::cerr); };
}

Command add_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  auto& command = *app.add_subcommand("check", "Says what is wrong with episode pages");
  command.group(group::kMend);
  auto* pages = command.add_option("PAGE", options->pages, std::string(kPages))->type_name("FILE");
  command.add_flag("--rules", options->list_rules, "List the rules (docs/rules.md)")
      ->excludes(pages)
      ->group(group::kReport);
  command
      .add_option("--disable", options->disabled_rules, "Rules to leave out, separated by commas")
      ->type_name("RULE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(group::kReport);
  add_timing_options(command, options->settings);
  static const std::map<std::string, DiagnosticsForm> forms{{"text", DiagnosticsForm::text},
                                                            {"json", DiagnosticsForm::json},
                                                            {"sarif", DiagnosticsForm::sarif},
                                                            {"github", DiagnosticsForm::github}};
  command
      .add_option_function<std::string>(
          "--diagnostics", [options](const std::string& form) { options->form = forms.at(form); },
          "Form of the diagnostics: text, json, sarif, or annotations of GitHub Actions (github)")
      ->check(one_of_keys(forms))
      ->default_str("text")
      ->group(group::kReport);
  return [options] { return run_check(*options, std::cout, std::cerr); };
}

Command add_fix(CLI::App& app) {
  auto options = std::make_shared<FixOptions>();
  auto& command = *app.add_subcommand(
      "fix", "Fixes what has one right answer in episode pages, and says what is left");
  command.group(group::kMend);
  command.add_option("PAGE", options->pages, std::string(kPages))->type_name("FILE")->required();
  command.add_option("--only", options->only_rules, "Rules to fix, separated by commas")
      ->type_name("RULE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(group::kChange);
  command.add_flag("--dry-run", options->dry_run, "Print the changes as a diff, write nothing")
      ->group(group::kChange);
  command
      .add_flag("--force", options->settings.force,
                "Fix a page whose sound says something else, too")
      ->group(group::kChange);
  add_timing_options(command, options->settings);
  return [options] { return run_fix(*options, std::cout, std::cerr); };
}

Command add_import(CLI::App& app) {
  auto options = std::make_shared<ImportOptions>();
  auto& command = *app.add_subcommand(
      "import", "Prints the episode page that a transcript of any form becomes");
  command.group(group::kMake);
  command
      .add_option("TRANSCRIPT", options->transcript,
                  "A transcript (docs/transcripts.md), - for the standard input")
      ->type_name("FILE")
      ->required();
  add_timing_options(command, options->settings);
  return [options] { return run_import(*options, std::cout, std::cerr); };
}

Command add_retime(CLI::App& app) {
  auto options = std::make_shared<RetimeOptions>();
  auto& command = *app.add_subcommand(
      "retime",
      "Gives captions the times at which their words are heard, and changes nothing else");
  command.group(group::kMend);
  command.add_option("CAPTIONS", options->captions, "An SRT, WebVTT or SBV file")
      ->type_name("FILE")
      ->check(no_standard_input())
      ->required();
  auto* output = command
                     .add_option("-o,--output", options->output,
                                 "Output file, - for standard output; else NAME.retimed.srt beside "
                                 "the captions")
                     ->type_name("FILE")
                     ->group(group::kWrite);
  command.add_flag("--in-place", options->in_place, "Replace the captions themselves")
      ->excludes(output)
      ->group(group::kWrite);
  add_sound_options(command, options->settings);
  add_language_option(command, options->settings);
  command
      .add_flag("--force", options->settings.force,
                "Retime by sound that says something else, and over an output that was changed by "
                "hand")
      ->group(group::kWrite);
  return [options] { return run_retime(*options, std::cout, std::cerr); };
}

Command add_review(CLI::App& app) {
  auto options = std::make_shared<ReviewOptions>();
  auto& command = *app.add_subcommand(
      "review", "Opens a page in the browser on which an episode is looked over and corrected");
  command.group(group::kInspect);
  command.add_option("PAGE", options->page, "An episode page")
      ->type_name("FILE")
      ->check(no_standard_input())
      ->required();
  command.add_flag("--serve", options->serve,
                   "Take what is saved there, and make the outputs again, until interrupted");
  add_timing_options(command, options->settings);
  return [options] { return run_review(*options, std::cout, std::cerr); };
}

Command add_doctor(CLI::App& app) {
  app.add_subcommand("doctor",
                     "Says what is installed, what is missing for what, and how to install it")
      ->group(group::kProgram);
  return [] { return run_doctor(std::cout); };
}

}  // namespace cmos
