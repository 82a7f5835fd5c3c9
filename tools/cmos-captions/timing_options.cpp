#include "timing_options.h"

#include <string>

#include "base/language_tag.h"

namespace cmos {

void add_mp3_options(CLI::App& command, Mp3Search& search) {
  command.add_option("--mp3", search.file, "The page's MP3");
  command
      .add_option("--media-root", search.media_roots, "Folder under which the pages' MP3 paths lie")
      ->allow_extra_args(false);
}

void add_timing_options(CLI::App& command, TimingOptions& options) {
  add_mp3_options(command, options.mp3);
  command.add_flag("--no-audio", options.no_audio,
                   "Take the times from the stamps alone, without an MP3");
  command
      .add_option_function<std::string>(
          "--align", [&options](const std::string& way) { options.by_silence = way == "silence"; },
          "How words get their times: auto (by an acoustic model if there is one for the language) "
          "or silence (by stamps and silences)")
      ->check(CLI::IsMember({"auto", "silence"}))
      ->default_str("auto");
  command.add_option("--model", options.speech.model,
                     "Folder of a Sphinx acoustic model instead of pocketsphinx-en-us");
  command.add_option("--dictionary", options.speech.dictionary,
                     "The model's pronunciations, lines WORD PHONES");
  command
      .add_option("--language", options.language,
                  "Language, whatever the pages say, as BCP 47 writes it")
      ->check([](const std::string& tag) {
        return is_language_tag(tag) ? std::string()
                                    : "\"" + tag + "\" is no tag such as en or pt-BR";
      });
}

}  // namespace cmos
