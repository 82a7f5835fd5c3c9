#include "timing_options.h"

#include <fmt/format.h>

#include <string>

#include "cmos/language_tag.h"
#include "cmos/transcript_format.h"
#include "help.h"
#include "one_of.h"

namespace cmos {

void add_sound_options(CLI::App& command, Settings& settings) {
  command
      .add_option("--audio,--mp3", settings.audio,
                  "The page's sound: MP3, M4A, Opus, FLAC, WAV, a video and other kinds")
      ->type_name("FILE")
      ->group(group::kSound);
  command
      .add_option("--media-root", settings.media_roots,
                  "Folder under which the pages' MP3 paths lie")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->group(group::kSound);
  command
      .add_option_function<std::string>(
          "--align",
          [&settings](const std::string& way) {
            if (way == "silence") settings.timing = TimingMethod::silences;
          },
          "How words get their times: auto (by an acoustic model if there is one for the language) "
          "or silence (by stamps and silences)")
      ->check(one_of({"auto", "silence"}))
      ->default_str("auto")
      ->group(group::kTimes);
  command
      .add_option("--model", settings.speech.model,
                  "Folder of a Sphinx acoustic model instead of pocketsphinx-en-us")
      ->type_name("DIR")
      ->group(group::kTimes);
  command
      .add_option("--dictionary", settings.speech.dictionary,
                  "The model's pronunciations, lines WORD PHONES")
      ->type_name("FILE")
      ->group(group::kTimes);
}

void add_language_option(CLI::App& command, Settings& settings) {
  command
      .add_option("--language", settings.language,
                  "Language, whatever the pages say, as BCP 47 writes it")
      ->type_name("TAG")
      ->check([](const std::string& tag) {
        return is_language_tag(tag) ? std::string()
                                    : "\"" + tag + "\" is no tag such as en or pt-BR";
      })
      ->group(group::kSound);
}

void add_timing_options(CLI::App& command, Settings& settings) {
  add_sound_options(command, settings);
  const auto formats = transcript_format_names();
  command
      .add_option_function<std::string>(
          "--transcript-format",
          [&settings](const std::string& name) {
            settings.transcript_format = find_transcript_format(name);
          },
          "Form of the transcript, where its content does not tell: " +
              fmt::format("{}", fmt::join(formats, ", ")))
      ->type_name("FORM")
      ->check(one_of({formats.begin(), formats.end()}))
      ->group(group::kSound);
  command
      .add_flag_callback(
          "--no-audio", [&settings] { settings.timing = TimingMethod::stamps; },
          "Go by the pages alone, without their MP3s")
      ->group(group::kTimes);
  add_language_option(command, settings);
}

}  // namespace cmos
