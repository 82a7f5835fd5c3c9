// From a page and its sound to files: open the page, time it, write formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cmos/alignment.h"
#include "cmos/audio.h"
#include "cmos/chapter.h"
#include "cmos/corrections.h"
#include "cmos/cue.h"
#include "cmos/episode.h"
#include "cmos/export.h"
#include "cmos/formats.h"
#include "cmos/outputs.h"
#include "cmos/page.h"
#include "cmos/progress.h"
#include "cmos/rule.h"
#include "cmos/settings.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// A page that was read.
struct EpisodePage {
  std::filesystem::path path;  // As the user named it.
  Page page;                   // Whose words the episode has; the transcript's places are in it.
  Episode episode;             // With errors, what could be understood.
  Settings settings;           // Completed.
  bool has_errors = false;     // Among what open() told of it, which are `diagnostics`.
  std::optional<Page> head = std::nullopt;  // The page, where it names `page` as its transcript.
  Diagnostics diagnostics = {};
  std::optional<Page> corrections_file = std::nullopt;  // If there is one beside the page.
  std::vector<Correction> corrections = {};             // Of it, with their places.

  // Where the declared values of the episode stand: MP3, video, chapters.
  const Page& declaring() const { return head ? *head : page; }
};

// The sound that a page tells of.
struct Sound {
  std::filesystem::path file;
  AudioInfo info;
  // The largest sample of each 10 ms, 255 for full scale; empty unless a format draws it.
  std::vector<std::uint8_t> peaks = {};
};

// A page whose words have times.
struct TimedPage {
  EpisodePage page;
  std::optional<Sound> sound;  // None where nothing of it was asked for.
  Alignment alignment;
  std::vector<std::filesystem::path> inputs;  // All files that were read, the page first.
};

// Keeps what pages have in common: acoustic models and configurations are read once, when they are
// first asked for. Safe to use from several threads.
class CMOS_API Captioner {
 public:
  Captioner();
  ~Captioner();
  Captioner(const Captioner&) = delete;
  Captioner& operator=(const Captioner&) = delete;

  // From now on the text stands for the file of that name, whether there is one or not: what an
  // editor shows, or the standard input. Before other threads use this.
  void give_text(const std::filesystem::path& file, std::string text);

  // The text that stands for the file, or else its content: of a regular file, at most so many
  // bytes. Rules: "not-found", "read-failed", "too-large".
  Result<std::string> read(const std::filesystem::path& file, std::size_t max_size) const;

  // From now on `tell` gets to know how far the hearing of each page is, some hundred times a page,
  // by threads of the library: at the same time for pages that are. It returns soon and throws
  // nothing. Before other threads use this.
  void on_progress(
      std::function<void(const std::filesystem::path& page, const PageProgress&)> tell);

  // What holds for the page: what is asked for, completed by the nearest .cmos-captions.yaml.
  // Nothing if that cannot be used; the diagnostics carry its name.
  WithDiagnostics<std::optional<Settings>> settings_for(const std::filesystem::path& page,
                                                        const Settings& asked);

  // Reads the page, with settings_for(). Nothing if there is no page to be read.
  WithDiagnostics<std::optional<EpisodePage>> open(const std::filesystem::path& page,
                                                   const Settings& asked = {});

  // The same of a text that is not in the page's file yet, of at most kMaxPageSize bytes.
  WithDiagnostics<std::optional<EpisodePage>> open_text(const std::filesystem::path& page,
                                                        std::string text,
                                                        const Settings& asked = {});

  // Finds when each word of the page is spoken, or as much as these formats need: some chapters
  // need no more than the sound's length, a feed nothing of it. Diagnostics: what is wrong with the
  // sound, what of page and sound does not agree, and where the times come from if not from an
  // acoustic model; `rules` says how much of that is looked at. Decoding and searching take two
  // threads. Nothing, and no diagnostic, for a page with errors: open() has told them. Nothing for
  // the sound of another page [sound-of-another-page], unless Settings::force
  // or RuleSet::check. That diagnostic names the page among `given`, if any, whose text the sound
  // says: the pages that this one was given with, in their order, of which the nearest are tried.
  WithDiagnostics<std::optional<TimedPage>> time(EpisodePage page, std::span<const Format> formats,
                                                 RuleSet rules = RuleSet::make,
                                                 std::span<const std::filesystem::path> given = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What a timed page becomes. One thread at a time.
class CMOS_API Products {
 public:
  // The page has been timed for the formats that are made of it. `outputs` are the files that a
  // feed names, where one is made; the others may be among them.
  explicit Products(TimedPage timed, std::vector<Output> outputs = {});
  ~Products();
  Products(const Products&) = delete;
  Products& operator=(const Products&) = delete;

  const TimedPage& timed() const;

  // Those of a format for players. Where Settings::speaker_labels leave it open, names are shown at
  // changes if two or more speak and there is no video (Episode::youtube_id) or, in Format::srt, in
  // any case.
  const Cues& captions(Format format);
  WithDiagnostics<Chapters> chapters();

  // The content of a format, UTF-8; not of Format::mp3. `file`: where it is to lie, for formats
  // that play the sound from where it lies; empty: beside the page.
  WithDiagnostics<std::string> render(Format format, const std::filesystem::path& file = {});

  // Replaces the file whole: it is as before, or as new, whatever happens. If its bytes would not
  // change, only its time of modification is set. A file that was not written so, or was changed
  // since, is left as it is, unless Settings::force is set (docs/outputs.md; rule "output-edited").
  // Format::mp3 may replace the page's own MP3. It was written if there is no error among the
  // diagnostics.
  Diagnostics write(const Output& output);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cmos
