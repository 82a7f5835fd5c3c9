// Everything that can be chosen about how pages become captions and chapters, as one value.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cmos/chapter.h"
#include "cmos/diagnostic.h"
#include "cmos/formats.h"
#include "cmos/speech_files.h"
#include "cmos/style_choice.h"
#include "cmos/transcript_format.h"

namespace cmos {

// Where the times of words come from.
enum class TimingMethod {
  acoustic,  // An acoustic model of the language; where there is none, silences.
  silences,  // Stamps and the silences of the sound.
  stamps,    // Stamps alone: the sound is not looked for.
};

// What is empty is what the page's configuration says (docs/configuration.md), else the default.
struct Settings {
  std::optional<std::filesystem::path> audio;  // The page's sound. Else it is found by its name.
  std::optional<TranscriptFormat> transcript_format;  // Of the page. Else its content tells it.
  std::vector<std::filesystem::path> media_roots;     // Folders under which sound is looked for.
  TimingMethod timing = TimingMethod::acoustic;
  SpeechFiles speech;
  bool force = false;    // Whether is made what else is refused, because it looks like a mistake.
  std::string language;  // BCP 47, whatever the page says.
  std::string default_language;  // BCP 47, of a page that does not say. Default: what
                                 // its words plainly are, or "en".
  std::vector<Format> formats;   // That a page becomes where nothing else is asked for.
  StyleChoice style;
  std::optional<SpeakerLabels> speaker_labels;  // Default: Products::captions().
  std::optional<Unspoken> unspoken;             // Default: hide.
  ChapterOptions chapters;
  std::string feed_base_url;                // Of Format::feed: begins with http:// or https://.
  std::set<RuleName> disabled_rules;        // That check_pages() leaves out.
  std::map<RuleName, Severity> severities;  // Instead of the table's, in check_pages().
  // Where the configuration was read that these settings have been completed from; empty: nowhere.
  std::filesystem::path configuration;
};

}  // namespace cmos
