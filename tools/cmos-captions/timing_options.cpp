#include "timing_options.h"

#include <string>

#include "cmos/language_tag.h"

namespace cmos {

void add_sound_options(CLI::App& command, Settings& settings) {
  command.add_option("--mp3", settings.audio, "The page's MP3");
  command
      .add_option("--media-root", settings.media_roots,
                  "Folder under which the pages' MP3 paths lie")
      ->allow_extra_args(false);
  command
      .add_option_function<std::string>(
          "--align",
          [&settings](const std::string& way) {
            if (way == "silence") settings.timing = TimingMethod::silences;
          },
          "How words get their times: auto (by an acoustic model if there is one for the language) "
          "or silence (by stamps and silences)")
      ->check(CLI::IsMember({"auto", "silence"}))
      ->default_str("auto");
  command.add_option("--model", settings.speech.model,
                     "Folder of a Sphinx acoustic model instead of pocketsphinx-en-us");
  command.add_option("--dictionary", settings.speech.dictionary,
                     "The model's pronunciations, lines WORD PHONES");
}

void add_timing_options(CLI::App& command, Settings& settings) {
  add_sound_options(command, settings);
  command.add_flag_callback(
      "--no-audio", [&settings] { settings.timing = TimingMethod::stamps; },
      "Go by the pages alone, without their MP3s");
  command
      .add_option("--language", settings.language,
                  "Language, whatever the pages say, as BCP 47 writes it")
      ->check([](const std::string& tag) {
        return is_language_tag(tag) ? std::string()
                                    : "\"" + tag + "\" is no tag such as en or pt-BR";
      });
}

}  // namespace cmos
