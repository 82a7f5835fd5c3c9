#include "publish_options.h"

#include <iostream>
#include <memory>

#include "caption_options.h"
#include "help.h"
#include "sign_in_command.h"
#include "standard_input.h"
#include "timing_options.h"
#include "upload_command.h"

namespace cmos {

namespace {

void add_sign_in(CLI::App& command, SignInOptions& options) {
  command
      .add_option("--client-secret", options.client_secret,
                  "JSON of the OAuth client, as Google gives it (docs/publishing.md)")
      ->type_name("FILE")
      ->group(group::kAccount);
  command
      .add_option("--port", options.port,
                  "Port that the browser comes back to, for `ssh -L`; else any free one")
      ->type_name("NUMBER")
      ->check(CLI::Range(1, 65'535))
      ->group(group::kAccount);
}

void add_what(CLI::App& command, UploadCommand& options) {
  command.add_option("PAGE", options.pages, "Episode pages")
      ->type_name("FILE")
      ->check(no_standard_input())
      ->required();
  add_sound_options(command, options.settings);
  command
      .add_option("--language", options.request.language,
                  "Language of the track instead of the page's")
      ->type_name("TAG")
      ->group(group::kTrack);
  command.add_option("--name", options.request.name, "Name of the track, as viewers see it")
      ->group(group::kTrack);
  add_shown_words(command, options.settings);
  command
      .add_option_function<double>(
          "--offset",
          [&options](double seconds) {
            options.request.offset =
                std::chrono::round<Time>(std::chrono::duration<double>(seconds));
          },
          "Seconds of the video before the MP3's sound begins in it")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86'400.0))
      ->group(group::kTrack);
}

void add_how(CLI::App& command, UploadCommand& options) {
  command
      .add_flag("--description-chapters", options.request.description_chapters,
                "Put the chapters into the video's description, between markers, too")
      ->group(group::kTrack);
  command.add_flag("--dry-run", options.dry_run, "Show the plan and its units, change nothing")
      ->group(group::kUpload);
  command
      .add_flag("--offline", options.offline, "Show the plan from what is known here, call nobody")
      ->group(group::kUpload);
  command
      .add_flag("--verify", options.upload.options.verify,
                "Download and compare a track that is not known to be ours (200 units)")
      ->group(group::kUpload);
  command
      .add_flag("--draft", options.upload.options.draft,
                "Upload as a draft that viewers do not see")
      ->group(group::kTrack);
  command
      .add_flag("--force", options.upload.options.force,
                "Replace a track that others have changed, and upload captions of sound that "
                "says something else")
      ->group(group::kUpload);
  command.add_flag("-y,--yes", options.yes, "Do not ask")->group(group::kUpload);
  command
      .add_flag("--wait", options.upload.options.wait,
                "Ask up to three times whether YouTube serves the track (50 units each)")
      ->group(group::kUpload);
  command.add_flag("--json", options.json, "Print JSON (docs/publishing.md)");
  command.add_flag("-q,--quiet", options.quiet, "Report errors only");
  command.add_option("--api-url", options.upload.api_url, "Where the YouTube Data API is")
      ->type_name("URL")
      ->check([](const std::string& url) {
        const auto checked = check_api_url(url);
        if (checked) return std::string();
        return checked.error().rule == "unsafe-address"
                   ? "it must be an https address (http: this machine only)"
                   : checked.error().message;
      })
      ->default_str(std::string(kYouTubeUrl))
      ->group(group::kAccount);
  command.add_option("--quota", options.upload.daily_units, "Units that the project has a day")
      ->type_name("NUMBER")
      ->check(CLI::Range(0, 1'000'000'000))
      ->default_str(std::to_string(kDailyUnits))
      ->group(group::kAccount);
}

}  // namespace

std::function<int()> add_login(CLI::App& app) {
  auto options = std::make_shared<SignInOptions>();
  auto& command = *app.add_subcommand("login", "Signs in to YouTube");
  command.group(group::kPublish);
  add_sign_in(command, *options);
  return [options] { return run_login(*options, std::cout, std::cerr); };
}

std::function<int()> add_logout(CLI::App& app) {
  app.add_subcommand("logout", "Takes the sign-in to YouTube back")->group(group::kPublish);
  return [] { return run_logout(std::cout, std::cerr); };
}

std::function<int()> add_upload(CLI::App& app) {
  auto options = std::make_shared<UploadCommand>();
  auto& command = *app.add_subcommand("upload", "Puts captions of pages onto their YouTube videos");
  command.group(group::kPublish);
  add_what(command, *options);
  add_how(command, *options);
  add_sign_in(command, options->login);
  return [options] {
    options->settings.force = options->upload.options.force;
    while (options->upload.api_url.ends_with('/')) options->upload.api_url.pop_back();
    return run_upload(*options, std::cin, std::cout, std::cerr);
  };
}

}  // namespace cmos
